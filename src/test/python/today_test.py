"""Today's tuning-job operations: boto3's and the AWS CLI's own models, without ours."""

import copy
import json
import time

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
    """Every constraint that botocore's model has for a member of the full request is checked by the server."""

    # AWS: the list of instance types grows; the newest model has a lower bound for the pending time. botocore's own checks
    # are off, as they would keep some bad requests from the server.
    EXCEPTIONS = {"TrainingInstanceType", "MaxPendingTimeInSeconds"}

    def setUp(self):
        super().setUp()
        model = ServiceModel(Loader().load_service_model("sagemaker", "service-2"), "sagemaker")
        self.shape = model.operation_model("CreateHyperParameterTuningJob").input_shape
        self.sagemaker = self.client("sagemaker", parameter_validation=False)
        self.full = json.loads(FULL.read_text("utf-8"))

    def test_what_breaks_a_constraint_is_refused_at_its_place(self):
        count = 0
        for path, value, words in violations(self.shape, self.full, []):
            with self.subTest(path=path, value=str(value)[:40]):
                count += 1
                request = changed(self.full, path, value)
                with self.assertRaises(ClientError) as caught:
                    self.sagemaker.create_hyper_parameter_tuning_job(**request)
                error = caught.exception.response["Error"]
                self.assertEqual(error["Code"], "ValidationException")
                self.assertIn(f"at '{place(path)}' failed to satisfy constraint: ", error["Message"])
                self.assertIn(words, error["Message"])
        self.assertGreater(count, 180)


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
