"""Every constraint of AWS's model on the inputs that we serve: just inside it is taken, just outside it is refused."""

import collections
import http.client
import json
import random
import re
import unittest
from urllib.parse import urlsplit

from botocore.loaders import Loader
from botocore.model import ServiceModel

from attune_test_case import ROOT, URL
from constraints import Constraints

FULL = json.loads((ROOT / "src/test/resources/requests/create-hyper-parameter-tuning-job.json").read_text("utf-8"))
DEFINITION = {
    "AlgorithmSpecification": {"TrainingImage": "attune/branin", "TrainingInputMode": "File"},
    "RoleArn": FULL["TrainingJobDefinition"]["RoleArn"],
    "OutputDataConfig": {"S3OutputPath": "s3://bucket/out"},
    "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
    "StoppingCondition": {},
}
RANGES = {"ContinuousParameterRanges": [{"Name": "x1", "MinValue": "0", "MaxValue": "1"}]}
NAMED = {"HyperParameterTuningJobName": "job"}
TRAINED = {"TrainingJobName": "job"}
ARN = "arn:aws:sagemaker:us-east-1:123456789012:hyper-parameter-tuning-job/job"
OBJECTIVE = {"Type": "Minimize", "MetricName": "loss"}
CONFIG = {"Strategy": "Random", "ResourceLimits": {"MaxNumberOfTrainingJobs": 1, "MaxParallelTrainingJobs": 1}}
OWN = {"TuningObjective": OBJECTIVE, "HyperParameterRanges": RANGES}  # of a definition, in place of the tuning job's


def tuning_job(path):
    """CreateHyperParameterTuningJob, with what the path names in the place where it may be."""
    named = NAMED | ({"Autotune": {"Mode": "Enabled"}} if "AutoParameters" in path else {})
    if path[0] == "TrainingJobDefinitions":
        request = {"TrainingJobDefinitions": [DEFINITION | OWN | {"DefinitionName": "trees"}]}
        return named | {"HyperParameterTuningJobConfig": CONFIG} | request
    config = CONFIG | {"HyperParameterTuningJobObjective": OBJECTIVE, "ParameterRanges": RANGES}
    definition = dict(DEFINITION)
    for own, shared in (
        ("TuningObjective", "HyperParameterTuningJobObjective"),
        ("HyperParameterRanges", "ParameterRanges"),
    ):
        if own in path:
            definition[own] = config.pop(shared)
    return named | {"HyperParameterTuningJobConfig": config, "TrainingJobDefinition": definition}


BASES = {
    "CreateHyperParameterTuningJob": tuning_job,
    "DescribeHyperParameterTuningJob": lambda path: NAMED,
    "ListHyperParameterTuningJobs": lambda path: {},
    "ListTrainingJobsForHyperParameterTuningJob": lambda path: NAMED,
    "StopHyperParameterTuningJob": lambda path: NAMED,
    "DeleteHyperParameterTuningJob": lambda path: NAMED,
    "DescribeTrainingJob": lambda path: TRAINED,
    "CreateTrainingJob": lambda path: TRAINED | DEFINITION,
    "ListTrainingJobs": lambda path: {},
    "StopTrainingJob": lambda path: TRAINED,
    "DeleteTrainingJob": lambda path: TRAINED,
    "AddTags": lambda path: {"ResourceArn": ARN, "Tags": []},
    "ListTags": lambda path: {"ResourceArn": ARN},
    "DeleteTags": lambda path: {"ResourceArn": ARN, "TagKeys": ["key"]},
    "Search": lambda path: {"Resource": "HyperParameterTuningJob"},
}
FILTER = {"Name": "HyperParameterTuningJobName", "Value": "job"}
LEAST = {
    "SearchExpression": {"Filters": [FILTER]},
    "Filter": FILTER,
    "NestedFilters": {
        "NestedPropertyName": "TrainingJobDefinition.InputDataConfig",
        "Filters": [{"Name": "TrainingJobDefinition.InputDataConfig.ChannelName", "Value": "train"}],
    },
    "HyperParameterTrainingJobDefinition": DEFINITION | OWN | {"DefinitionName": "more"},
    "HyperParameterTuningResourceConfig": DEFINITION["ResourceConfig"],
    "ResourceConfig": DEFINITION["ResourceConfig"],
    "AlgorithmSpecification": DEFINITION["AlgorithmSpecification"],
    "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in"}},
    "IntegerParameterRange": {"Name": "depth", "MinValue": "1", "MaxValue": "9"},
    "ContinuousParameterRange": {"Name": "rate", "MinValue": "0", "MaxValue": "1"},
    "CategoricalParameterRange": {"Name": "booster", "Values": ["tree"]},
    "MetricDefinition": {"Name": "metric", "Regex": "metric=([0-9.]+)"},
    "VisibilityConditions": {"Key": "Tags.team", "Value": "growth"},
    "Tag": {"Key": "key", "Value": "value"},
    "ParentHyperParameterTuningJob": {"HyperParameterTuningJobName": "parent"},
    "TrainingInstanceType": "ml.m5.large",
    "TrainingInstanceCount": 1,
    "HyperParameterTrainingJobDefinitionName": "trees",
}

# What newer models than the pinned one say, and Attune too.
NEWER = {"MaxPendingTimeInSeconds": {"min": 1800}}

# Sites at which Attune deliberately differs from the model, each by (shape, kind) and with its reason.
KNOWN_EXCEPTIONS = {}

# What may be refused although every constraint is kept, by what the answer says.
OTHER_REASONS = {
    "The ResourceArn .* (is|names)": "the ARN is not one of ours",
    "can't find a tuning job called|Requested resource not found": "there is no such job",
    "Attune does not implement": "Attune cannot do that",
    "A metric is required for this hyperparameter tuning job objective": "the metric is not defined",
    "must be an integer of at most 64 bits|must be a finite decimal number": "the text is no number",
    "The property .* (is not|must begin with)|must be of the form Tags": "there is no such property",
    "The NextToken is not valid": "the token is not one of ours",
    "The number of hyperparameter ranges .* must be less than or equal to 30": "too many ranges over all lists",
    "Provide at least one hyperparameter range": "there is nothing to tune",
    "must have HyperParameterTuningJobObjective": "there is nothing to improve",
    "needs a continuous range within": "the scaling does not fit the bounds",
    "The number of static and tunable hyperparameters": "too many hyperparameters in all",
    "the Grid strategy takes categorical hyperparameter ranges only": "Grid needs categories",
    "has a value more than once": "equal categories",
    "It is only supported when EnableManagedSpotTraining is set to true": "there is no spot training",
    "need an InstanceType, and an InstanceCount of at least 1": "there are no instances",
}


class ConstraintsTest(unittest.TestCase):
    def test_all_are_checked_at_their_place_and_no_tighter(self):
        model = Loader().load_service_model("sagemaker", "service-2")
        for shape, bounds in NEWER.items():
            model["shapes"][shape] |= bounds
        model = ServiceModel(model, "sagemaker")
        server, verdicts, others = Server(), {}, collections.Counter()
        for operation, base in BASES.items():
            for site in Constraints(model.operation_model(operation), base, LEAST).sites():
                verdicts[site] = refusal_inside(server, site, others) or refusal_outside(server, site)
        wrong = {site: why for site, why in verdicts.items() if why}
        known = {site for site in wrong if (site.shape, site.kind) in KNOWN_EXCEPTIONS}
        report(verdicts, wrong, known, others)
        unexplained = "\n".join(f"{site}: {why}" for site, why in wrong.items() if site not in known)
        if unexplained:
            self.fail(unexplained)
        self.assertGreater(1 - len(wrong) / len(verdicts), 0.99)


class Server:
    """One kept connection, and for every request an account that has nothing yet."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(urlsplit(URL).netloc, timeout=60)
        self.account = random.randrange(600_000_000_000, 700_000_000_000)

    def send(self, operation, request):
        """(code, message) of an error, or None."""
        self.account += 1
        headers = {
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": f"SageMaker.{operation}",
            "Authorization": f"AWS4-HMAC-SHA256 Credential={self.account}/20171129/us-east-1/sagemaker/aws4_request, "
            "SignedHeaders=host;x-amz-date, Signature=00",
        }
        self.connection.request("POST", "/", json.dumps(request), headers)
        response = self.connection.getresponse()
        body = response.read()
        if response.status == 200:
            return None
        error = json.loads(body)
        return error["__type"], error["message"]


def refusal_inside(server, site, others):
    """Why what just keeps the constraint was refused, if it was and for no reason that we know."""
    error = server.send(site.operation, site.inside)
    if error is None:
        return None
    code, message = error
    for words, reason in OTHER_REASONS.items():
        if re.search(words, message):
            others[reason] += 1
            return None
    return f"inside: {code}: {message[:300]}"


def refusal_outside(server, site):
    """What is wrong with the answer to what just breaks the constraint."""
    error = server.send(site.operation, site.outside)
    if error is None:
        return "outside: accepted"
    code, message = error
    if site.kind.endswith("type"):
        named = ".".join(f"[{s}]" if isinstance(s, int) else s for s in site.path).replace(".[", "[") + (
            ".key" if site.kind == "values' type" else ""
        )
        right = code == "SerializationException" and message.startswith(f"Member '{named}': ")
    else:
        number = len(site.sentences)
        head = f"{number} validation error{'s' if number > 1 else ''} detected: Value "
        parts = [f" at '{site.place}' failed to satisfy constraint: {sentence}" for sentence in site.sentences]
        right = code == "ValidationException" and message.startswith(head) and all(part in message for part in parts)
    return None if right else f"outside: {code}: {message[:300]}"


def report(verdicts, wrong, known, others):
    right = len(verdicts) - len(wrong)
    kinds = collections.Counter(site.kind for site in verdicts)
    print(f"\nOf each kind: {', '.join(f'{count} {kind}' for kind, count in kinds.most_common())}")
    for reason, count in others.most_common():
        print(f"{count:4} kept values were refused for another reason: {reason}")
    for (shape, kind), reason in KNOWN_EXCEPTIONS.items():
        number = sum((site.shape, site.kind) == (shape, kind) for site in known)
        print(f"{number:4} known exceptions: {shape} ({kind}): {reason}")
    print(f"CONSTRAINTS: {right} of {len(verdicts)} right ({right / len(verdicts):.2%}) in {len(BASES)} operations")
