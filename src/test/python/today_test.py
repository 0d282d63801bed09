"""Today's tuning-job operations: boto3's and the AWS CLI's own models, without ours."""

import json
import time

from botocore.exceptions import ClientError

from attune_test_case import REGION, ROOT, AttuneTestCase, environment, run
from cli_test import aws_cli

TODAY = ROOT / "clients/examples/create-hyper-parameter-tuning-job.json"


class TodayCase(AttuneTestCase):
    def setUp(self):
        super().setUp()
        self.sagemaker = self.client("sagemaker")

    def request(self, **changes):
        return json.loads(TODAY.read_text("utf-8")) | {"HyperParameterTuningJobName": self.name} | changes

    def job(self, name=None):
        return {"HyperParameterTuningJobName": name or self.name}

    def wait(self):
        for _ in range(600):
            described = self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())
            if described["HyperParameterTuningJobStatus"] in ("Completed", "Failed", "Stopped"):
                return described
            time.sleep(0.1)
        self.fail("the tuning job does not end")


class TodayTest(TodayCase):
    def test_a_job_from_creation_to_deletion(self):
        created = self.sagemaker.create_hyper_parameter_tuning_job(**self.request())
        self.assertEqual(
            created["HyperParameterTuningJobArn"],
            f"arn:aws:sagemaker:{REGION}:{self.account}:hyper-parameter-tuning-job/{self.name}",
        )
        described = self.wait()
        self.assertEqual(described["TrainingJobStatusCounters"]["Completed"], 20)
        listed = self.sagemaker.get_paginator("list_training_jobs_for_hyper_parameter_tuning_job").paginate(
            **self.job(), SortBy="FinalObjectiveMetricValue", SortOrder="Descending"
        )
        summaries = [summary for page in listed for summary in page["TrainingJobSummaries"]]
        self.assertEqual(len(summaries), 20)
        self.assertEqual(summaries[0], described["BestTrainingJob"])
        jobs = self.sagemaker.list_hyper_parameter_tuning_jobs()["HyperParameterTuningJobSummaries"]
        self.assertEqual([job["HyperParameterTuningJobName"] for job in jobs], [self.name])
        self.sagemaker.delete_hyper_parameter_tuning_job(**self.job())
        with self.assertRaises(self.sagemaker.exceptions.ResourceNotFound) as caught:
            self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())
        self.assertEqual(
            caught.exception.response["Message"],
            f"Amazon SageMaker can't find a tuning job called {self.name}. Type another name.",
        )

    def test_a_name_in_use_is_a_typed_exception(self):
        self.sagemaker.create_hyper_parameter_tuning_job(**self.request())
        with self.assertRaises(self.sagemaker.exceptions.ResourceInUse):
            self.sagemaker.create_hyper_parameter_tuning_job(**self.request())

    def test_stop(self):
        self.stop_the_clock()
        self.sagemaker.create_hyper_parameter_tuning_job(**self.request())
        while not self.sagemaker.list_training_jobs_for_hyper_parameter_tuning_job(**self.job())[
            "TrainingJobSummaries"
        ]:
            time.sleep(0.1)  # a job of which nothing runs yet would stop at once
        self.sagemaker.stop_hyper_parameter_tuning_job(**self.job())
        described = self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())
        self.assertEqual(described["HyperParameterTuningJobStatus"], "Stopping")
        self.clock(mode="instant")
        self.assertEqual(self.wait()["HyperParameterTuningJobStatus"], "Stopped")

    def test_hyperband(self):
        request = self.request()
        request["HyperParameterTuningJobConfig"] |= {
            "Strategy": "Hyperband",
            "StrategyConfig": {"HyperbandStrategyConfig": {"MinResource": 1, "MaxResource": 30}},
        }
        self.sagemaker.create_hyper_parameter_tuning_job(**request)
        counters = self.wait()["TrainingJobStatusCounters"]
        self.assertGreater(counters["Stopped"], 0)
        self.assertEqual(counters["Stopped"] + counters["Completed"], 20)

    def test_early_stopping(self):
        request = self.request()
        config = request["HyperParameterTuningJobConfig"]
        config |= {"Strategy": "Random", "TrainingJobEarlyStoppingType": "Auto"}
        config["ResourceLimits"]["MaxNumberOfTrainingJobs"] = 40
        self.sagemaker.create_hyper_parameter_tuning_job(**request)
        counters = self.wait()["TrainingJobStatusCounters"]
        self.assertGreater(counters["Stopped"], 0)
        self.assertGreaterEqual(counters["Completed"], 10)
        stopped = self.sagemaker.list_training_jobs_for_hyper_parameter_tuning_job(**self.job(), StatusEquals="Stopped")
        for summary in stopped["TrainingJobSummaries"]:
            self.assertEqual(summary["ObjectiveStatus"], "Succeeded")

    def test_tags(self):
        arn = self.sagemaker.create_hyper_parameter_tuning_job(**self.request())["HyperParameterTuningJobArn"]
        self.wait()
        tags = [{"Key": "team", "Value": "ml"}, {"Key": "stage", "Value": ""}]
        self.assertEqual(self.sagemaker.add_tags(ResourceArn=arn, Tags=tags)["Tags"][-2:], tags)
        self.sagemaker.delete_tags(ResourceArn=arn, TagKeys=["stage", "none"])
        pages = self.sagemaker.get_paginator("list_tags").paginate(ResourceArn=arn)
        self.assertIn(tags[0], [tag for page in pages for tag in page["Tags"]])
        with self.assertRaises(ClientError) as caught:
            self.sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": "AWS:x", "Value": ""}])
        self.assertEqual(
            caught.exception.response["Error"]["Message"],
            "System prefix 'aws:' reserved for AWS usage in tag key: AWS:x",
        )

    def test_search(self):
        arn = self.sagemaker.create_hyper_parameter_tuning_job(**self.request())["HyperParameterTuningJobArn"]
        described = self.wait()
        search = self.sagemaker.get_paginator("search").paginate(
            Resource="TrainingJob",
            SearchExpression={
                "Filters": [{"Name": "TuningJobArn", "Operator": "Equals", "Value": arn}],
                "NestedFilters": [
                    {
                        "NestedPropertyName": "SecondaryStatusTransitions",
                        "Filters": [{"Name": "SecondaryStatusTransitions.Status", "Value": "Completed"}],
                    }
                ],
            },
            SortBy=f"Metrics.{described['BestTrainingJob']['FinalHyperParameterTuningJobObjectiveMetric']['MetricName']}",
            PaginationConfig={"PageSize": 7},
        )
        pages = list(search)
        self.assertEqual([len(page["Results"]) for page in pages], [7, 7, 6])
        self.assertEqual(pages[0]["TotalHits"], {"Value": 20, "Relation": "EqualTo"})
        best = pages[0]["Results"][0]["TrainingJob"]
        self.assertEqual(best["TrainingJobName"], described["BestTrainingJob"]["TrainingJobName"])
        record = self.sagemaker.describe_training_job(TrainingJobName=best["TrainingJobName"])
        record.pop("ResponseMetadata")
        record.pop("ProfilingStatus", None)  # AWS: no member of what Search finds
        best.pop("Tags")
        self.assertEqual(best, record)
        found = self.sagemaker.search(Resource="HyperParameterTuningJob")["Results"]
        self.assertEqual([job["HyperParameterTuningJob"]["HyperParameterTuningJobName"] for job in found], [self.name])

    def test_a_job_that_learns_from_another(self):
        self.sagemaker.create_hyper_parameter_tuning_job(**self.request())
        parent = self.wait()
        warm_start = {"ParentHyperParameterTuningJobs": [self.job()], "WarmStartType": "IdenticalDataAndAlgorithm"}
        self.name += "-child"
        self.sagemaker.create_hyper_parameter_tuning_job(**self.request(), WarmStartConfig=warm_start)
        child = self.wait()
        self.assertEqual(child["WarmStartConfig"], warm_start)
        self.assertIn(
            child["OverallBestTrainingJob"]["TuningJobName"], (parent["HyperParameterTuningJobName"], self.name)
        )

    def test_several_algorithms_in_one_job(self):
        request = self.request()
        config = request["HyperParameterTuningJobConfig"]
        definition = request.pop("TrainingJobDefinition") | {
            "TuningObjective": config.pop("HyperParameterTuningJobObjective"),
            "HyperParameterRanges": config.pop("ParameterRanges"),
        }
        definitions = [definition | {"DefinitionName": name} for name in ("one", "two")]
        self.sagemaker.create_hyper_parameter_tuning_job(**request, TrainingJobDefinitions=definitions)
        described = self.wait()
        self.assertEqual([each["DefinitionName"] for each in described["TrainingJobDefinitions"]], ["one", "two"])
        self.assertIn(described["BestTrainingJob"]["TrainingJobDefinitionName"], ("one", "two"))


class CommandLineCase(TodayCase):
    """The AWS CLI as it is installed."""

    def aws(self, operation, *arguments, expect=0):
        said = run(aws_cli(), "sagemaker", operation, *arguments, env=environment(self.account), expect=expect)
        return json.loads(said) if expect == 0 and said.strip() else said

    def create(self, name=None):
        named = ("--hyper-parameter-tuning-job-name", name or self.name)
        self.aws("create-hyper-parameter-tuning-job", "--cli-input-json", f"file://{TODAY}", *named)
        return named


class CommandLineTest(CommandLineCase):
    def test_a_job_from_creation_to_deletion(self):
        named = self.create()
        self.wait()
        best = self.aws("describe-hyper-parameter-tuning-job", *named)["BestTrainingJob"]
        launched = self.aws("list-training-jobs-for-hyper-parameter-tuning-job", *named, "--page-size", "7")
        self.assertEqual(len(launched["TrainingJobSummaries"]), 20)
        training = self.aws("describe-training-job", "--training-job-name", best["TrainingJobName"])
        self.assertEqual(training["TrainingJobArn"], best["TrainingJobArn"])
        self.assertEqual(self.aws("delete-hyper-parameter-tuning-job", *named), "")
        said = self.aws("describe-hyper-parameter-tuning-job", *named, expect=None)
        self.assertIn("(ResourceNotFound) when calling the DescribeHyperParameterTuningJob operation", said)

    def test_lists_from_where_it_left_off(self):
        for name in ("alpha", "beta", "gamma"):
            self.create(name)
        listing = ("list-hyper-parameter-tuning-jobs", "--sort-by", "Name", "--max-items", "2")
        first = self.aws(*listing)
        second = self.aws(*listing, "--starting-token", first["NextToken"])
        self.assertNotIn("NextToken", second)
        names = [
            [job["HyperParameterTuningJobName"] for job in page["HyperParameterTuningJobSummaries"]]
            for page in (first, second)
        ]
        self.assertEqual(names, [["alpha", "beta"], ["gamma"]])

    def test_stop(self):
        self.stop_the_clock()
        named = self.create()
        said = self.aws("delete-hyper-parameter-tuning-job", *named, expect=None)
        self.assertIn("(ValidationException) when calling the DeleteHyperParameterTuningJob operation", said)
        self.assertEqual(self.aws("stop-hyper-parameter-tuning-job", *named), "")
        self.clock(mode="instant")
        self.assertEqual(self.wait()["HyperParameterTuningJobStatus"], "Stopped")
        said = self.aws("stop-hyper-parameter-tuning-job", *named, expect=None)
        self.assertIn("(ValidationException)", said)
        self.assertIn("already", said)

    def test_an_error_names_its_code_and_the_operation(self):
        self.create()
        with self.assertRaisesRegex(AssertionError, r"\(ResourceInUse\) when calling the Create.* already exists"):
            self.create()


class CommandLineTagsTest(CommandLineCase):
    def test_tags(self):
        named = self.create()
        arn = self.aws("describe-hyper-parameter-tuning-job", *named)["HyperParameterTuningJobArn"]
        of = ("--resource-arn", arn)
        self.assertEqual(self.aws("list-tags", *of)["Tags"], [{"Key": "project", "Value": "churn"}])
        self.aws("add-tags", *of, "--tags", "Key=team,Value=growth", "Key=project,Value=other")
        self.aws("delete-tags", *of, "--tag-keys", "team")
        self.assertEqual(self.aws("list-tags", *of)["Tags"], [{"Key": "project", "Value": "other"}])
