"""boto3, with the preview's own client and with the sagemaker client."""

from botocore.exceptions import ClientError, WaiterError

from attune_test_case import REGION, AttuneTestCase

TUNED = {"max_depth", "learning_rate", "subsample", "booster"}


class BothModels:
    """What holds for the preview's own client and for the sagemaker client alike."""

    service = None

    def setUp(self):
        super().setUp()
        self.attune = self.client(self.service)

    def test_create_answers_the_arn(self):
        response = self.attune.create_tuning_job(**self.request())
        self.assertEqual(response["TuningJobArn"], f"arn:aws:sagemaker:{REGION}:{self.account}:tuning-job/{self.name}")

    def test_create_takes_members_that_the_page_leaves_out(self):
        request = self.request()
        request["TrainingJobDefinition"]["ResourceConfig"]["VolumeKmsKeyId"] = "alias/churn"
        request["TrainingJobDefinition"]["Tags"] = [{"Key": "team", "Value": "growth"}]
        self.attune.create_tuning_job(**request)

    def test_create_does_without_optional_members(self):
        request = self.request()
        del request["Tags"], request["TrainingJobDefinition"]["StaticHyperParameters"]
        del request["TuningJobConfig"]["ResourceLimits"]["MaxClockTimeInHours"]
        for channel in request["TrainingJobDefinition"]["InputDataConfig"]:
            del channel["ContentType"], channel["CompressionType"], channel["RecordWrapperType"]
        del request["TrainingJobDefinition"]["OutputDataConfig"]["KmsKeyId"]
        self.attune.create_tuning_job(**request)
        self.assertEqual(self.wait(self.attune)["TuningJobStatus"], "Completed")

    def test_describe_follows_a_job_to_its_end(self):
        request = self.request()
        self.attune.create_tuning_job(**request)
        described = self.wait(self.attune)
        self.assertEqual(described["TuningJobStatus"], "Completed")
        self.assertEqual(described["TuningJobName"], self.name)
        self.assertEqual(described["Strategy"], "Bayesian")
        self.assertEqual(described["ParameterRanges"], request["TuningJobConfig"]["ParameterRanges"])
        self.assertEqual(
            described["MetricDefinitions"],
            request["TrainingJobDefinition"]["AlgorithmSpecification"]["MetricDefinitions"],
        )
        self.assertLess(described["TuningJobStartTime"], described["TuningJobEndTime"])
        stats = described["ResourcesStats"]
        self.assertEqual(stats["ResourceLimits"], request["TuningJobConfig"]["ResourceLimits"])
        jobs = stats["ConsumedResources"]["Jobs"]
        self.assertEqual(jobs["Completed"] + jobs["Failed"], 20)
        self.assertEqual((jobs["Pending"], jobs["Running"]), (0, 0))
        self.assertEqual(stats["ConsumedResources"]["ComputeHours"]["InFlight"], 0)

    def test_the_best_training_job_is_one_of_those_launched(self):
        self.attune.create_tuning_job(**self.request())
        best = self.wait(self.attune)["BestTrainingJob"]
        self.assertTrue(best["TrainingJobName"].startswith(f"{self.name}-"), best["TrainingJobName"])
        self.assertEqual(best["TrainingJobStatus"], "Completed")
        self.assertEqual(set(best["HyperParameters"]), TUNED)
        self.assertTrue(2 <= int(best["HyperParameters"]["max_depth"]) <= 12, best)
        self.assertTrue(0.0001 <= float(best["HyperParameters"]["learning_rate"]) <= 1, best)
        self.assertTrue(0.5 <= float(best["HyperParameters"]["subsample"]) <= 1, best)
        self.assertIn(best["HyperParameters"]["booster"], ("gbtree", "dart"))
        metric = best["FinalTuningJobObjectiveMetric"]
        self.assertEqual((metric["Type"], metric["MetricName"]), ("Maximize", "validation:accuracy"))
        listed = self.attune.list_training_jobs_for_tuning_job(**self.job(), MaxResults=100)["TrainingJobSummaries"]
        values = [objective(summary) for summary in listed if summary["TrainingJobStatus"] == "Completed"]
        self.assertEqual(metric["Value"], max(values))

    def test_training_jobs_come_in_pages(self):
        self.attune.create_tuning_job(**self.request())
        self.wait(self.attune)
        paginator = self.attune.get_paginator("list_training_jobs_for_tuning_job")
        pages = list(paginator.paginate(**self.job(), PaginationConfig={"PageSize": 7}))
        self.assertEqual([len(page["TrainingJobSummaries"]) for page in pages], [7, 7, 6])
        names = {summary["TrainingJobName"] for page in pages for summary in page["TrainingJobSummaries"]}
        self.assertEqual(len(names), 20)

    def test_training_jobs_are_sorted_by_their_objective(self):
        self.attune.create_tuning_job(**self.request())
        best = self.wait(self.attune)["BestTrainingJob"]["TrainingJobName"]
        summaries = self.attune.list_training_jobs_for_tuning_job(
            **self.job(), MaxResults=100, SortBy="FinalObjectiveMetricValue", SortOrder="Descending"
        )["TrainingJobSummaries"]
        values = [objective(summary) for summary in summaries]
        self.assertEqual(values, sorted(values, reverse=True))
        self.assertIn(best, [s["TrainingJobName"] for s in summaries if objective(s) == values[0]])

    def test_training_jobs_are_filtered_by_status(self):
        self.attune.create_tuning_job(**self.request())
        completed = self.wait(self.attune)["ResourcesStats"]["ConsumedResources"]["Jobs"]["Completed"]
        listed = self.attune.list_training_jobs_for_tuning_job(
            **self.job(), MaxResults=100, TrainingJobStatusEquals="Completed"
        )["TrainingJobSummaries"]
        self.assertEqual(len(listed), completed)
        self.assertEqual({summary["TrainingJobStatus"] for summary in listed}, {"Completed"})

    def test_stop_ends_a_running_job(self):
        self.stop_the_clock()
        self.attune.create_tuning_job(**self.request())
        running = self.attune.describe_tuning_job(**self.job())
        self.assertEqual(running["TuningJobStatus"], "InProgress")
        self.assertNotIn("TuningJobEndTime", running)
        stopped = self.attune.stop_tuning_job(**self.job())
        self.assertEqual(set(stopped), {"ResponseMetadata"})
        self.assertIn(self.attune.describe_tuning_job(**self.job())["TuningJobStatus"], ("Stopping", "Stopped"))
        self.clock(mode="instant")
        described = self.wait(self.attune)
        self.assertEqual(described["TuningJobStatus"], "Stopped")
        self.assertIn("TuningJobEndTime", described)
        self.assertEqual(described["ResourcesStats"]["ConsumedResources"]["Jobs"]["Running"], 0)

    def test_a_name_in_use_is_refused_whatever_its_case(self):
        self.attune.create_tuning_job(**self.request())
        for name in (self.name, self.name.upper()):
            with self.subTest(name), self.assertRaises(self.attune.exceptions.ResourceInUse) as caught:
                self.attune.create_tuning_job(**self.request(TuningJobName=name))
            self.assertIn("already exists", str(caught.exception))

    def test_an_unknown_job_is_not_found(self):
        for operation in ("describe_tuning_job", "list_training_jobs_for_tuning_job", "stop_tuning_job"):
            with self.subTest(operation), self.assertRaises(self.attune.exceptions.ResourceNotFound) as caught:
                getattr(self.attune, operation)(**self.job("nowhere"))
            self.assertIn("nowhere", str(caught.exception))

    def test_the_waiter_fails_at_once_for_an_unknown_job(self):
        with self.assertRaises(WaiterError):
            self.wait(self.attune, "nowhere")

    def test_an_invalid_request_is_refused_in_awss_words(self):
        for name, constraint in (
            ("no_underscores", "regular expression pattern"),
            ("n" * 33, "length less than or equal to 32"),
        ):
            with self.subTest(name):
                with self.assertRaises(self.attune.exceptions.ValidationError) as caught:
                    self.attune.create_tuning_job(**self.request(TuningJobName=name))
                said = str(caught.exception)
                self.assertIn(f"Value '{name}' at 'tuningJobName' failed to satisfy constraint", said)
                self.assertIn(constraint, said)

    def test_a_request_that_makes_no_sense_is_refused(self):
        def objective_without_definition(config):
            config["TuningJobObjective"]["MetricName"] = "validation:auc"

        def range_in_the_wrong_list(config):
            config["ParameterRanges"]["IntegerParameterRanges"][0]["Type"] = "Continuous"

        def bounds_the_wrong_way_round(config):
            config["ParameterRanges"]["ContinuousParameterRanges"][0]["MinValue"] = "2"

        def no_range(config):
            config["ParameterRanges"] = {}

        for spoil in (objective_without_definition, range_in_the_wrong_list, bounds_the_wrong_way_round, no_range):
            with self.subTest(spoil.__name__):
                request = self.request()
                spoil(request["TuningJobConfig"])
                with self.assertRaises(self.attune.exceptions.ValidationError) as caught:
                    self.attune.create_tuning_job(**request)
                self.assertTrue(caught.exception.response["Error"]["Message"])

    def test_tuning_jobs_are_listed_in_pages(self):
        names = ["alpha-1", "alpha-2", "beta-1"]
        for name in names:
            self.attune.create_tuning_job(**self.one_job_request(name))
        paginator = self.attune.get_paginator("list_tuning_jobs")
        for order, expected in (("Ascending", names), ("Descending", names[::-1])):
            with self.subTest(order):
                pages = list(
                    paginator.paginate(
                        AwsAccountId=self.account, SortBy="Name", SortOrder=order, PaginationConfig={"PageSize": 2}
                    )
                )
                self.assertEqual([len(page["TuningJobSummaries"]) for page in pages], [2, 1])
                listed = [summary["TuningJobName"] for page in pages for summary in page["TuningJobSummaries"]]
                self.assertEqual(listed, expected)

    def test_tuning_jobs_are_filtered(self):
        for name in ("alpha-1", "alpha-2", "beta-1"):
            self.attune.create_tuning_job(**self.one_job_request(name))
            self.wait(self.attune, name)

        def listed(**filters):
            summaries = self.attune.list_tuning_jobs(AwsAccountId=self.account, SortBy="Name", **filters)
            return [summary["TuningJobName"] for summary in summaries["TuningJobSummaries"]]

        for filters, expected in (
            ({"NameContains": "alpha"}, ["alpha-1", "alpha-2"]),
            ({"NameContains": "ha-2"}, ["alpha-2"]),
            ({"StatusEquals": "Completed"}, ["alpha-1", "alpha-2", "beta-1"]),
            ({"StatusEquals": "Failed"}, []),
            ({"CreationTimeAfter": "2100-01-01"}, []),
            ({"CreationTimeBefore": "2001-01-01"}, []),
            ({"CreationTimeAfter": "2001-01-01"}, ["alpha-1", "alpha-2", "beta-1"]),
        ):
            with self.subTest(filters):
                self.assertEqual(listed(**filters), expected)

    def test_a_listed_tuning_job_shows_how_far_it_is(self):
        request = self.one_job_request(self.name)
        arn = self.attune.create_tuning_job(**request)["TuningJobArn"]
        self.wait(self.attune)
        (summary,) = self.attune.list_tuning_jobs(AwsAccountId=self.account)["TuningJobSummaries"]
        self.assertEqual(summary["TuningJobArn"], arn)
        self.assertEqual(summary["TuningJobStatus"], "Completed")
        self.assertLess(summary["CreationTime"], summary["TuningJobEndTime"])
        self.assertEqual(summary["Jobs"], {"Completed": 1, "Failed": 0, "Pending": 0, "Running": 0})
        self.assertEqual(summary["ResourceLimits"], request["TuningJobConfig"]["ResourceLimits"])


class PreviewClientTest(BothModels, AttuneTestCase):
    """boto3.client('sagemakerhpo'): POST /CreateTuningJob."""

    service = "sagemakerhpo"

    def test_errors_have_the_previews_status(self):
        for name, status in (("nowhere", 404), ("no_underscores", 400)):
            with self.subTest(name), self.assertRaises(ClientError) as caught:
                self.attune.describe_tuning_job(**self.job(name))
            self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], status)

    def test_answers_under_prod_too(self):
        prod = self.client("sagemakerhpo", "/Prod")
        prod.create_tuning_job(**self.request())
        self.assertEqual(self.wait(prod)["TuningJobStatus"], "Completed")
        self.assertEqual(self.attune.describe_tuning_job(**self.job())["TuningJobStatus"], "Completed")

    def test_sees_the_jobs_of_the_sagemaker_client(self):
        self.client("sagemaker").create_tuning_job(**self.request())
        self.assertEqual(self.wait(self.attune)["TuningJobStatus"], "Completed")


class SageMakerClientTest(BothModels, AttuneTestCase):
    """boto3.client('sagemaker') with the merged operations: POST / and X-Amz-Target."""

    service = "sagemaker"

    def test_describes_a_launched_training_job(self):
        request = self.request()
        self.attune.create_tuning_job(**request)
        best = self.wait(self.attune)["BestTrainingJob"]
        training = self.attune.describe_training_job(TrainingJobName=best["TrainingJobName"])
        definition = request["TrainingJobDefinition"]
        self.assertEqual(training["TrainingJobStatus"], "Completed")
        self.assertLessEqual(
            (definition["StaticHyperParameters"] | best["HyperParameters"]).items(),
            training["HyperParameters"].items(),
        )
        self.assertEqual(
            training["AlgorithmSpecification"]["TrainingImage"],
            definition["AlgorithmSpecification"]["TrainingImage"],
        )
        self.assertEqual(training["RoleArn"], definition["RoleArn"])
        self.assertEqual(training["ResourceConfig"]["InstanceType"], "ml.c5.xlarge")
        self.assertLess(training["TrainingStartTime"], training["TrainingEndTime"])
        metrics = {metric["MetricName"]: metric["Value"] for metric in training["FinalMetricDataList"]}
        self.assertAlmostEqual(metrics["validation:accuracy"], best["FinalTuningJobObjectiveMetric"]["Value"], places=5)

    def test_an_unknown_training_job_is_refused_as_aws_does(self):
        with self.assertRaises(ClientError) as caught:
            self.attune.describe_training_job(TrainingJobName="nowhere")
        error = caught.exception.response["Error"]
        self.assertEqual(error["Code"], "ValidationException")
        self.assertIn("Requested resource not found", error["Message"])


def objective(summary):
    return summary["FinalTuningJobObjectiveMetric"]["Value"]
