#!/usr/bin/env python3
"""Writes the botocore model files beside this script.

The preview API (five operations around CreateTuningJob) is described once, in SHAPES and OPERATIONS, and written twice:

  sagemakerhpo/2017-11-08/   a service of its own, as in the preview: REST-JSON, POST /CreateTuningJob
  sagemaker/2017-07-24/      the same operations for boto3's own sagemaker client: AWS JSON 1.1, POST /, X-Amz-Target

usage: generate.py [--check]     --check writes nothing and fails if a file is not what this script would write
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PREFIX = "Preview"  # of our shapes inside the sagemaker model, which has its own Tag, Channel, TrainingJobSummary, ...

# --- a small vocabulary for shapes -----------------------------------------------------------------------------------


def string(doc=None, **constraints):
    """constraints: min, max, pattern, enum."""
    return shape("string", doc, **constraints)


def integer(doc=None, **constraints):
    return shape("integer", doc, **constraints)


def list_of(member, doc=None, **constraints):
    return shape("list", doc, member={"shape": member}, **constraints)


def map_of(key, value, doc=None):
    return shape("map", doc, key={"shape": key}, value={"shape": value})


def structure(doc, required=(), **members):
    """Each member is (shape, documentation)."""
    made = {name: {"shape": kind, "documentation": text} for name, (kind, text) in members.items()}
    return shape("structure", doc, **({"required": list(required)} if required else {}), members=made)


def error(doc, status):
    fault = {"fault": True} if status >= 500 else {}
    return structure(doc, message=("ErrorMessage", "What is wrong.")) | {
        "exception": True,
        "error": {"httpStatusCode": status, **({} if fault else {"senderFault": True})},
        **fault,
    }


def shape(kind, doc, **facets):
    return {"type": kind, **facets, **({"documentation": doc} if doc else {})}


# --- the preview API --------------------------------------------------------------------------------------------------

ACCOUNT = ("AwsAccountId", "The AWS account ID of the caller: 12 digits.")
TUNING_JOB = ("TuningJobName", "The name of the tuning job. Names are case insensitive.")
MAX_RESULTS = ("MaxResults", "The largest number of items to return in one page.")
NEXT_TOKEN_IN = ("NextToken", "The NextToken of the page before, to get the page after it.")
NEXT_TOKEN_OUT = ("NextToken", "Present if there are more items: send it to get the next page.")
SORT_ORDER = ("SortOrder", "The direction of the sort.")

SHAPES = {
    # names
    "TuningJobName": string(min=1, max=32, pattern="^[a-zA-Z0-9](-*[a-zA-Z0-9])*"),
    "TuningJobArn": string(max=256, pattern=r"arn:aws:sagemaker:[\p{Alnum}\-]*:[0-9]{12}:tuning-job/.*"),
    "TrainingJobName": string(min=1, max=63, pattern="^[a-zA-Z0-9](-*[a-zA-Z0-9])*"),
    "AwsAccountId": string(min=1, max=12, pattern="[0-9]{12}"),
    "NameContains": string(max=32, pattern=r"[a-zA-Z0-9\-]+"),
    # CreateTuningJob
    "CreateTuningJobRequest": structure(
        None,
        ["TuningJobName", "AwsAccountId", "TuningJobConfig", "TrainingJobDefinition"],
        TuningJobName=(
            "TuningJobName",
            "The name of the tuning job, and the prefix of the names of the training jobs that it launches. It must be"
            " unique within the account and region. Names are case insensitive.",
        ),
        AwsAccountId=ACCOUNT,
        TuningJobConfig=("TuningJobConfig", "How to search: strategy, objective, parameter ranges and limits."),
        TrainingJobDefinition=("TrainingJobDefinition", "The training jobs that the tuning job launches."),
        Tags=("TagList", "Key-value pairs to attach to the tuning job."),
    ),
    "CreateTuningJobResponse": structure(
        None, TuningJobArn=("TuningJobArn", "The Amazon Resource Name (ARN) of the tuning job.")
    ),
    "TuningJobConfig": structure(
        "The search: its strategy, its objective, the ranges it searches and the resources it may use.",
        Strategy=("TuningJobStrategy", "The search strategy."),
        TuningJobObjective=("TuningJobObjective", "The metric to optimize."),
        ResourceLimits=("ResourceLimits", "The most that the tuning job may use."),
        ParameterRanges=("ParameterRanges", "The hyperparameters to tune and the ranges to search."),
    ),
    "TuningJobStrategy": string(enum=["Bayesian"]),
    "TuningJobObjective": structure(
        "The metric by which training jobs are compared.",
        Type=("TuningJobObjectiveType", "Whether larger or smaller values are better."),
        MetricName=("MetricName", "The name of one of the metric definitions."),
    ),
    "TuningJobObjectiveType": string(enum=["Maximize", "Minimize"]),
    "MetricName": string(min=1, max=255),
    "ResourceLimits": structure(
        "Limits of a tuning job.",
        MaxNumberOfTrainingJobs=("PositiveInteger", "How many training jobs to launch in all."),
        MaxParallelTrainingJobs=("PositiveInteger", "How many training jobs may run at once."),
        MaxClockTimeInHours=("PositiveInteger", "How long the tuning job may take, in hours."),
    ),
    "PositiveInteger": integer(min=1),
    "ParameterRanges": structure(
        "The ranges to search.",
        IntegerParameterRanges=("IntegerParameterRanges", "Hyperparameters that take whole numbers."),
        ContinuousParameterRanges=("ContinuousParameterRanges", "Hyperparameters that take real numbers."),
        CategoricalParameterRanges=("CategoricalParameterRanges", "Hyperparameters that take one of a few values."),
    ),
    "IntegerParameterRanges": list_of("IntegerParameterRange", min=0, max=20),
    "ContinuousParameterRanges": list_of("ContinuousParameterRange", min=0, max=20),
    "CategoricalParameterRanges": list_of("CategoricalParameterRange", min=0, max=20),
    "IntegerParameterRange": structure(
        "A range of whole numbers.",
        ["Name", "Type", "MinValue", "MaxValue"],
        Name=("ParameterKey", "The name of the hyperparameter."),
        Type=("ParameterType", "Integer."),
        MinValue=("ParameterValue", "The smallest value, as a string."),
        MaxValue=("ParameterValue", "The largest value, as a string."),
    ),
    "ContinuousParameterRange": structure(
        "A range of real numbers.",
        ["Name", "Type", "MinValue", "MaxValue"],
        Name=("ParameterKey", "The name of the hyperparameter."),
        Type=("ParameterType", "Continuous."),
        MinValue=("ParameterValue", "The smallest value, as a string."),
        MaxValue=("ParameterValue", "The largest value, as a string."),
    ),
    "CategoricalParameterRange": structure(
        "A set of values without order.",
        ["Name", "Type", "Values"],
        Name=("ParameterKey", "The name of the hyperparameter."),
        Type=("ParameterType", "Categorical."),
        Values=("ParameterValues", "The values to choose from."),
    ),
    "ParameterType": string(enum=["Integer", "Continuous", "Categorical"]),
    "ParameterKey": string(max=256),
    "ParameterValue": string(max=256),
    "ParameterValues": list_of("ParameterValue", min=1, max=20),
    "HyperParameters": map_of("ParameterKey", "ParameterValue"),
    "TrainingJobDefinition": structure(
        "What every training job of the tuning job has in common.",
        [
            "AlgorithmSpecification",
            "RoleArn",
            "InputDataConfig",
            "OutputDataConfig",
            "ResourceConfig",
            "StoppingCondition",
        ],
        StaticHyperParameters=("HyperParameters", "Hyperparameters that stay the same in all training jobs."),
        AlgorithmSpecification=("AlgorithmSpecification", "The training image and the metrics it reports."),
        RoleArn=("RoleArn", "The IAM role of the training jobs."),
        InputDataConfig=("InputDataConfig", "The channels of input data."),
        OutputDataConfig=("OutputDataConfig", "Where model artifacts go."),
        ResourceConfig=("ResourceConfig", "The instances of each training job."),
        StoppingCondition=("StoppingCondition", "When to cut a training job short."),
        Tags=("TagList", "Key-value pairs to attach to each training job."),
    ),
    "AlgorithmSpecification": structure(
        "The algorithm.",
        ["TrainingImage", "TrainingInputMode"],
        TrainingImage=("AlgorithmImage", "The registry path of the training image."),
        TrainingInputMode=("TrainingInputMode", "How the algorithm gets its input."),
        MetricDefinitions=("MetricDefinitions", "How to find metrics in the algorithm's log."),
    ),
    "AlgorithmImage": string(max=255),
    "TrainingInputMode": string(enum=["Pipe", "File"]),
    "MetricDefinitions": list_of("MetricDefinition", min=0, max=20),
    "MetricDefinition": structure(
        "A metric and how to find it in the log.",
        Name=("MetricName", "The name of the metric."),
        Regex=("MetricRegex", "A regular expression whose first group is the value."),
    ),
    "MetricRegex": string(min=1, max=100),
    "RoleArn": string(min=20, max=2048),
    "InputDataConfig": list_of("Channel", min=1, max=8),
    "Channel": structure(
        "A named source of input data.",
        ["ChannelName", "DataSource"],
        ChannelName=("ChannelName", "The name of the channel."),
        DataSource=("DataSource", "Where the data are."),
        ContentType=("ContentType", "The MIME type of the data."),
        CompressionType=("CompressionType", "How the data are compressed."),
        RecordWrapperType=("RecordWrapperType", "How records are wrapped."),
    ),
    "ChannelName": string(min=1, max=64, pattern=r"[A-Za-z0-9\.\-_]+"),
    "DataSource": structure(
        "Where the data are.", ["S3DataSource"], S3DataSource=("S3DataSource", "The data in Amazon S3.")
    ),
    "S3DataSource": structure(
        "Data in Amazon S3.",
        ["S3DataType", "S3Uri"],
        S3DataType=("S3DataType", "Whether S3Uri is a key prefix or a manifest."),
        S3Uri=("S3Uri", "The prefix or the manifest."),
        S3DataDistributionType=("S3DataDistributionType", "Whether each instance gets all of the data."),
    ),
    "S3DataType": string(enum=["ManifestFile", "S3Prefix"]),
    "S3Uri": string(max=1024),
    "S3DataDistributionType": string(enum=["FullyReplicated", "ShardedByS3Key"]),
    "ContentType": string(max=256),
    "CompressionType": string(enum=["None", "Gzip"]),
    "RecordWrapperType": string(enum=["None", "RecordIO"]),
    "OutputDataConfig": structure(
        "Where model artifacts go.",
        ["S3OutputPath"],
        KmsKeyId=("KmsKeyId", "The key that encrypts the artifacts."),
        S3OutputPath=("S3Uri", "The S3 path of the artifacts."),
    ),
    "KmsKeyId": string(max=2048),
    "ResourceConfig": structure(
        "The instances of a training job.",
        ["InstanceType", "InstanceCount", "VolumeSizeInGB"],
        InstanceType=("TrainingInstanceType", "The ML compute instance type."),
        InstanceCount=("PositiveInteger", "How many instances."),
        VolumeSizeInGB=("PositiveInteger", "The size of the storage volume, in GB."),
        VolumeKmsKeyId=("KmsKeyId", "The key that encrypts the storage volume."),
    ),
    "TrainingInstanceType": string(
        enum=[
            "ml.m4.xlarge",
            "ml.m4.4xlarge",
            "ml.m4.10xlarge",
            "ml.c4.xlarge",
            "ml.c4.2xlarge",
            "ml.c4.8xlarge",
            "ml.p2.xlarge",
            "ml.p2.8xlarge",
            "ml.p2.16xlarge",
            "ml.p3.2xlarge",
            "ml.p3.8xlarge",
            "ml.p3.16xlarge",
            "ml.c5.xlarge",
            "ml.c5.2xlarge",
            "ml.c5.4xlarge",
            "ml.c5.9xlarge",
            "ml.c5.18xlarge",
        ]
    ),
    "StoppingCondition": structure(
        "When to cut a training job short.",
        ["MaxRuntimeInSeconds"],
        MaxRuntimeInSeconds=("PositiveInteger", "How long a training job may run, in seconds."),
    ),
    "TagList": list_of("Tag", min=0, max=50),
    "Tag": structure(
        "A key-value pair.", Key=("TagKey", "The key of the tag."), Value=("TagValue", "The value of the tag.")
    ),
    "TagKey": string(min=1, max=128, pattern=r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"),
    "TagValue": string(min=0, max=256, pattern=r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"),
    # DescribeTuningJob
    "DescribeTuningJobRequest": structure(
        None, ["AwsAccountId", "TuningJobName"], AwsAccountId=ACCOUNT, TuningJobName=TUNING_JOB
    ),
    "DescribeTuningJobResponse": structure(
        None,
        TuningJobName=("TuningJobName", "The name of the tuning job."),
        TuningJobStatus=("TuningJobStatus", "The status of the tuning job."),
        TuningJobStartTime=("Timestamp", "When the tuning job started."),
        TuningJobEndTime=("Timestamp", "When the tuning job ended. Absent while it runs."),
        FailureReason=("FailureReason", "Why the tuning job failed."),
        Strategy=("TuningJobStrategy", "The search strategy."),
        ParameterRanges=("ParameterRanges", "The hyperparameters to tune and the ranges to search."),
        MetricDefinitions=("MetricDefinitions", "How metrics are found in the algorithm's log."),
        BestTrainingJob=("TrainingJobSummary", "The training job with the best objective value so far."),
        ResourcesStats=("ResourcesStats", "What the tuning job has used, and its limits."),
    ),
    "TuningJobStatus": string(enum=["InProgress", "Completed", "Failed", "Stopping", "Stopped"]),
    "Timestamp": shape("timestamp", None),
    "FailureReason": string(max=1024),
    "ResourcesStats": structure(
        "What a tuning job has used, and its limits.",
        ConsumedResources=("ConsumedResources", "What the tuning job has used."),
        ResourceLimits=("ResourceLimits", "The most that the tuning job may use."),
    ),
    "ConsumedResources": structure(
        "What a tuning job has used.",
        ComputeHours=("ComputeHours", "Instance hours of the training jobs."),
        Jobs=("TrainingJobCounters", "Training jobs by status."),
    ),
    "ComputeHours": structure(
        "Instance hours.",
        Finished=("Count", "Hours of training jobs that have ended."),
        InFlight=("Count", "Hours of training jobs that still run."),
    ),
    "TrainingJobCounters": structure(
        "Training jobs by status.",
        Completed=("Count", "How many have completed."),
        Failed=("Count", "How many have failed."),
        Pending=("Count", "How many have not started."),
        Running=("Count", "How many run."),
    ),
    "Count": integer(min=0),
    "TrainingJobSummary": structure(
        "A training job that a tuning job launched.",
        ["TrainingJobName", "TrainingJobStatus", "HyperParameters"],
        TrainingJobName=("TrainingJobName", "The name of the training job."),
        TrainingJobStatus=("TrainingJobStatus", "The status of the training job."),
        HyperParameters=("HyperParameters", "The values of the tuned hyperparameters."),
        FinalTuningJobObjectiveMetric=("FinalTuningJobObjectiveMetric", "The last value of the objective metric."),
        RetriedAttempt=("Count", "How often the training job was retried."),
    ),
    "TrainingJobStatus": string(enum=["InProgress", "Completed", "Failed", "Stopping", "Stopped"]),
    "FinalTuningJobObjectiveMetric": structure(
        "The objective metric of a training job.",
        ["MetricName", "Value"],
        Type=("TuningJobObjectiveType", "Whether larger or smaller values are better."),
        MetricName=("MetricName", "The name of the metric."),
        Value=("MetricValue", "The value of the metric."),
    ),
    "MetricValue": shape("float", None),
    # ListTrainingJobsForTuningJob
    "ListTrainingJobsForTuningJobRequest": structure(
        None,
        ["AwsAccountId", "TuningJobName"],
        AwsAccountId=ACCOUNT,
        TuningJobName=TUNING_JOB,
        MaxResults=MAX_RESULTS,
        NextToken=NEXT_TOKEN_IN,
        SortBy=("TrainingJobSortBy", "What to sort by."),
        SortOrder=SORT_ORDER,
        TrainingJobStatusEquals=("TrainingJobStatus", "Only training jobs of this status."),
    ),
    "ListTrainingJobsForTuningJobResponse": structure(
        None,
        TrainingJobSummaries=("TrainingJobSummaries", "The training jobs of the page."),
        NextToken=NEXT_TOKEN_OUT,
    ),
    "TrainingJobSummaries": list_of("TrainingJobSummary"),
    "MaxResults": integer(min=1, max=100),
    "NextToken": string(max=8192),
    "TrainingJobSortBy": string(enum=["FinalObjectiveMetricValue"]),
    "SortOrder": string(enum=["Ascending", "Descending"]),
    # StopTuningJob
    "StopTuningJobRequest": structure(
        None, ["AwsAccountId", "TuningJobName"], AwsAccountId=ACCOUNT, TuningJobName=TUNING_JOB
    ),
    # ListTuningJobs: Attune's own, the preview had no such operation
    "ListTuningJobsRequest": structure(
        None,
        ["AwsAccountId"],
        AwsAccountId=ACCOUNT,
        MaxResults=MAX_RESULTS,
        NextToken=NEXT_TOKEN_IN,
        SortBy=("TuningJobSortBy", "What to sort by."),
        SortOrder=SORT_ORDER,
        NameContains=("NameContains", "Only tuning jobs whose name contains this."),
        StatusEquals=("TuningJobStatus", "Only tuning jobs of this status."),
        CreationTimeAfter=("Timestamp", "Only tuning jobs created after this time."),
        CreationTimeBefore=("Timestamp", "Only tuning jobs created before this time."),
    ),
    "ListTuningJobsResponse": structure(
        None, TuningJobSummaries=("TuningJobSummaries", "The tuning jobs of the page."), NextToken=NEXT_TOKEN_OUT
    ),
    "TuningJobSortBy": string(enum=["Name", "CreationTime", "Status"]),
    "TuningJobSummaries": list_of("TuningJobSummary"),
    "TuningJobSummary": structure(
        "A tuning job.",
        ["TuningJobName", "TuningJobArn", "TuningJobStatus", "CreationTime"],
        TuningJobName=("TuningJobName", "The name of the tuning job."),
        TuningJobArn=("TuningJobArn", "The Amazon Resource Name (ARN) of the tuning job."),
        TuningJobStatus=("TuningJobStatus", "The status of the tuning job."),
        CreationTime=("Timestamp", "When the tuning job was created."),
        TuningJobEndTime=("Timestamp", "When the tuning job ended. Absent while it runs."),
        Jobs=("TrainingJobCounters", "Its training jobs by status."),
        ResourceLimits=("ResourceLimits", "The most that the tuning job may use."),
    ),
    # errors; the statuses are the preview's, 401 for Throttling included
    "ErrorMessage": string(max=2048),
    "ValidationError": error("The request is not valid.", 400),
    "ResourceInUse": error("The name is taken.", 400),
    "ResourceNotFound": error("There is no such resource.", 404),
    "AccessForbidden": error("The caller may not do this.", 403),
    "Throttling": error("Too many requests.", 401),
    "InternalFailure": error("The service failed.", 500),
    "ServiceUnavailable": error("The service cannot answer now.", 503),
}

COMMON_ERRORS = ["AccessForbidden", "Throttling", "InternalFailure", "ServiceUnavailable"]

# name: (has a response body, errors of its own, documentation)
OPERATIONS = {
    "CreateTuningJob": (True, ["ValidationError", "ResourceInUse"], "Starts a hyperparameter tuning job."),
    "DescribeTuningJob": (True, ["ValidationError", "ResourceNotFound"], "Describes a hyperparameter tuning job."),
    "ListTrainingJobsForTuningJob": (
        True,
        ["ValidationError", "ResourceNotFound"],
        "Lists the training jobs that a tuning job launched.",
    ),
    "ListTuningJobs": (True, ["ValidationError"], "Lists tuning jobs. This operation is Attune's own."),
    "StopTuningJob": (
        False,
        ["ValidationError", "ResourceNotFound"],
        "Stops a tuning job and the training jobs that it runs.",
    ),
}

PAGINATION = {
    "ListTrainingJobsForTuningJob": "TrainingJobSummaries",
    "ListTuningJobs": "TuningJobSummaries",
}

WAITERS = {
    "TuningJobCompletedOrStopped": {
        "operation": "DescribeTuningJob",
        "delay": 1,
        "maxAttempts": 1800,
        "acceptors": [
            {"matcher": "path", "argument": "TuningJobStatus", "expected": "Completed", "state": "success"},
            {"matcher": "path", "argument": "TuningJobStatus", "expected": "Stopped", "state": "success"},
            {"matcher": "path", "argument": "TuningJobStatus", "expected": "Failed", "state": "failure"},
            {"matcher": "error", "expected": "ResourceNotFound", "state": "failure"},
        ],
    }
}

# botocore merges only the first file of a name on its path, so ours must repeat what its own of that name says.
BOTOCORE_SAGEMAKER_PAGINATION_EXTRAS = {"Search": {"non_aggregate_keys": ["TotalHits"]}}

STOCK_ERRORS = ["ResourceInUse", "ResourceNotFound"]  # errors that the sagemaker model has itself

# --- the files --------------------------------------------------------------------------------------------------------


def operations(uri, rename):
    made = {}
    for name, (has_response, errors, documentation) in OPERATIONS.items():
        made[name] = {
            "name": name,
            "http": {"method": "POST", "requestUri": uri(name)},
            "input": {"shape": rename(f"{name}Request")},
            **({"output": {"shape": rename(f"{name}Response")}} if has_response else {}),
            "errors": [{"shape": e} for e in errors + COMMON_ERRORS],
            "documentation": f"<p>{documentation}</p>",
        }
    return made


def pagination():
    return {
        operation: {
            "input_token": "NextToken",
            "output_token": "NextToken",
            "limit_key": "MaxResults",
            "result_key": result,
        }
        for operation, result in PAGINATION.items()
    }


def rename_references(value, rename):
    """The shape with every reference to another shape renamed."""
    if isinstance(value, dict):
        return {
            key: rename(item) if key == "shape" and isinstance(item, str) else rename_references(item, rename)
            for key, item in value.items()
        }
    return value


def sagemakerhpo():
    return {
        "service-2.json": {
            "version": "2.0",
            "metadata": {
                "apiVersion": "2017-11-08",
                "auth": ["aws.auth#sigv4"],
                "endpointPrefix": "sagemakerhpo",
                "jsonVersion": "1.1",
                "protocol": "rest-json",
                "protocols": ["rest-json"],
                "serviceAbbreviation": "SageMakerHPO",
                "serviceFullName": "AWS SageMakerHPO (preview), as served by Attune",
                "serviceId": "SageMakerHPO",
                "signatureVersion": "v4",
                "signingName": "sagemakerhpo",
                "uid": "sagemakerhpo-2017-11-08",
            },
            "operations": operations(lambda name: f"/{name}", lambda name: name),
            "shapes": SHAPES,
            "documentation": "<p>Hyperparameter tuning jobs, by the API of the 2017 preview.</p>",
        },
        "paginators-1.json": {"pagination": pagination()},
        "waiters-2.json": {"version": 2, "waiters": WAITERS},
    }


def sagemaker():
    def rename(name):
        # boto3 names an exception after its shape
        return name if SHAPES[name].get("exception") else PREFIX + name

    shapes = {
        rename(name): rename_references(body, rename) for name, body in SHAPES.items() if name not in STOCK_ERRORS
    }
    merged = {
        "operations": operations(lambda name: "/", rename),
        "shapes": shapes,
    }
    return {
        "service-2.sdk-extras.json": {"version": 1.0, "merge": merged},
        "paginators-1.sdk-extras.json": {
            "version": 1.0,
            "merge": {"pagination": BOTOCORE_SAGEMAKER_PAGINATION_EXTRAS | pagination()},
        },
        "waiters-2.sdk-extras.json": {"version": 1.0, "merge": {"waiters": WAITERS}},
    }


def files():
    folders = {"sagemakerhpo/2017-11-08": sagemakerhpo(), "sagemaker/2017-07-24": sagemaker()}
    return {
        HERE / folder / name: json.dumps(content, indent=1) + "\n"
        for folder, named in folders.items()
        for name, content in named.items()
    }


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    stale = [path for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text]
    if arguments:
        if stale:
            names = ", ".join(str(path.relative_to(HERE)) for path in stale)
            sys.exit(f"not what generate.py writes: {names}. Run clients/botocore/generate.py and commit the result.")
        return
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
