"""Today's tuning-job operations: boto3's and the AWS CLI's own models, without ours."""

import copy
import json
import time

from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.loaders import Loader
from botocore.model import ServiceModel

from attune_test_case import ROOT, REGION, AttuneTestCase, environment, run
from cli_test import aws_cli

TODAY = ROOT / "clients/examples/create-hyper-parameter-tuning-job.json"
FULL = ROOT / "src/test/resources/requests/create-hyper-parameter-tuning-job.json"


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
        while not self.sagemaker.list_training_jobs_for_hyper_parameter_tuning_job(**self.job())["TrainingJobSummaries"]:
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
        del record["ResponseMetadata"]
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
        self.assertIn(child["OverallBestTrainingJob"]["TuningJobName"], (parent["HyperParameterTuningJobName"], self.name))

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

    def test_command_line(self):
        def aws(operation, *arguments):
            said = run(aws_cli(), "sagemaker", operation, *arguments, env=environment(self.account))
            return json.loads(said) if said.strip() else said

        named = ("--hyper-parameter-tuning-job-name", self.name)
        aws("create-hyper-parameter-tuning-job", "--cli-input-json", f"file://{TODAY}", *named)
        self.wait()
        self.assertIn("BestTrainingJob", aws("describe-hyper-parameter-tuning-job", *named))
        jobs = aws("list-hyper-parameter-tuning-jobs")["HyperParameterTuningJobSummaries"]
        self.assertEqual(len(jobs), 1)
        self.assertEqual(aws("delete-hyper-parameter-tuning-job", *named), "")


class ModelTest(TodayCase):
    """Every constraint that botocore's model has for a member of a full request is checked by the server."""

    # AWS: the list of instance types grows; the newest model has a lower bound for the pending time. botocore's own checks
    # are off, as they would keep some bad requests from the server.
    EXCEPTIONS = {"TrainingInstanceType", "ProcessingInstanceType", "MaxPendingTimeInSeconds"}

    def setUp(self):
        super().setUp()
        self.model = ServiceModel(Loader().load_service_model("sagemaker", "service-2"), "sagemaker")
        self.sagemaker = self.client("sagemaker", parameter_validation=False)

    def assert_checked(self, operation, full, least):
        """At least so many constraints are checked."""
        count = 0
        call = getattr(self.sagemaker, xform_name(operation))
        for path, value, words in violations(self.model.operation_model(operation).input_shape, full, []):
            with self.subTest(path=path, value=str(value)[:40]):
                count += 1
                with self.assertRaises(ClientError) as caught:
                    call(**changed(full, path, value))
                error = caught.exception.response["Error"]
                self.assertEqual(error["Code"], "ValidationException")
                self.assertIn(f"at '{place(path)}' failed to satisfy constraint: ", error["Message"])
                self.assertIn(words, error["Message"])
        self.assertGreaterEqual(count, least)

    def test_create_hyper_parameter_tuning_job(self):
        self.assert_checked("CreateHyperParameterTuningJob", json.loads(FULL.read_text("utf-8")), 180)

    def test_tags(self):
        arn = {"ResourceArn": f"arn:aws:sagemaker:{REGION}:{self.account}:training-job/a"}
        self.assert_checked("AddTags", arn | {"Tags": [{"Key": "a", "Value": "b"}]}, 11)
        self.assert_checked("ListTags", arn | {"NextToken": "a", "MaxResults": 50}, 6)
        self.assert_checked("DeleteTags", arn | {"TagKeys": ["a"]}, 9)

    def test_search(self):
        filters = [{"Name": "TrainingJobName", "Operator": "Equals", "Value": "a"}]
        nested = [{"NestedPropertyName": "InputDataConfig", "Filters": filters}]
        expression = {"Filters": filters, "NestedFilters": nested, "Operator": "And"}
        request = {
            "Resource": "TrainingJob",
            "SearchExpression": expression | {"SubExpressions": [expression]},
            "SortBy": "CreationTime",
            "SortOrder": "Ascending",
            "NextToken": "a",
            "MaxResults": 10,
            "CrossAccountFilterOption": "SameAccount",
            "VisibilityConditions": [{"Key": "Tags.a", "Value": "b"}],
        }
        self.assert_checked("Search", request, 60)


MISSING = object()


def violations(shape, value, path):
    """Paths of members, values that each break one constraint there, and words of AWS's message."""
    limits = shape.metadata
    kind = shape.type_name
    if kind == "structure":
        for name, member in shape.members.items():
            if name in shape.required_members:
                yield [*path, name], MISSING, "Member must not be null"
            if name in value:
                yield from violations(member, value[name], [*path, name])
    elif kind == "list":
        if "max" in limits and value:
            longer = [value[0]] * (limits["max"] + 1)
            yield path, longer, f"Member must have length less than or equal to {limits['max']}"
        if limits.get("min", 0) > 0:
            yield path, [], f"Member must have length greater than or equal to {limits['min']}"
        for index, element in enumerate(value):
            if shape.member.type_name == "structure":
                yield from violations(shape.member, element, [*path, index])
            else:
                for broken in strings(shape.member):
                    yield path, [broken], "Member must satisfy constraint: ["
    elif kind == "map":
        if "max" in limits:
            larger = {f"k{i}": "" for i in range(limits["max"] + 1)}
            yield path, larger, f"Member must have length less than or equal to {limits['max']}"
        for broken in strings(shape.key):
            yield path, {broken: ""}, "Map keys must satisfy constraint: ["
        for broken in strings(shape.value):
            yield path, {"key": broken}, "Map value must satisfy constraint: ["
    elif kind in ("integer", "long"):
        if shape.name not in ModelTest.EXCEPTIONS and "min" in limits:
            yield path, limits["min"] - 1, f"Member must have value greater than or equal to {limits['min']}"
        if "max" in limits:
            yield path, limits["max"] + 1, f"Member must have value less than or equal to {limits['max']}"
    elif kind == "string" and shape.name not in ModelTest.EXCEPTIONS:
        if shape.enum:
            yield path, "nothing of the kind", f"Member must satisfy enum value set: [{', '.join(shape.enum)}]"
        for broken, words in strings(shape).items():
            yield path, broken, words


def strings(shape):
    """Strings that break a constraint, each with AWS's words."""
    limits = shape.metadata
    found = {}
    if "max" in limits:
        found["a" * (limits["max"] + 1)] = f"Member must have length less than or equal to {limits['max']}"
    if limits.get("min", 0) > 1:
        found["a"] = f"Member must have length greater than or equal to {limits['min']}"
    if limits.get("min", 0) == 1:
        found[""] = "Member must have length greater than or equal to 1"
    pattern = limits.get("pattern")
    if pattern and pattern != "[\\S\\s]*":
        found["\n"] = f"Member must satisfy regular expression pattern: {pattern}"
    return found


def changed(request, path, value):
    copied = copy.deepcopy(request)
    parent = copied
    for step in path[:-1]:
        parent = parent[step]
    if value is MISSING:
        parent.pop(path[-1], None)
    else:
        parent[path[-1]] = value
    return copied


def place(path):
    """A path as AWS's messages spell it."""
    steps = []
    for step in path:
        steps.append(f"{step + 1}.member" if isinstance(step, int) else step[0].lower() + step[1:])
    return ".".join(steps)
