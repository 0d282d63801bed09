"""Today's single training jobs: boto3's and the AWS CLI's own models, without ours."""

import json

from botocore.exceptions import ClientError, WaiterError
from botocore.loaders import Loader
from botocore.model import ServiceModel

from attune_test_case import ROOT, REGION, AttuneTestCase, environment, run
from cli_test import aws_cli

EXAMPLE = ROOT / "clients/examples/create-training-job.json"
FULL = ROOT / "src/test/resources/requests/create-training-job.json"


class TrainingCase(AttuneTestCase):
    def setUp(self):
        super().setUp()
        self.sagemaker = self.client("sagemaker")

    def request(self, **changes):
        return json.loads(EXAMPLE.read_text("utf-8")) | {"TrainingJobName": self.name} | changes

    def job(self):
        return {"TrainingJobName": self.name}

    def wait(self):
        self.sagemaker.get_waiter("training_job_completed_or_stopped").wait(
            **self.job(), WaiterConfig={"Delay": 1, "MaxAttempts": 120}
        )
        return self.sagemaker.describe_training_job(**self.job())


class TrainingTest(TrainingCase):
    def test_a_job_from_creation_to_deletion(self):
        created = self.sagemaker.create_training_job(**self.request())
        arn = f"arn:aws:sagemaker:{REGION}:{self.account}:training-job/{self.name}"
        self.assertEqual(created["TrainingJobArn"], arn)
        described = self.wait()
        self.assertEqual(described["TrainingJobStatus"], "Completed")
        self.assertEqual(described["FinalMetricDataList"][0]["MetricName"], "validation:accuracy")
        listed = self.sagemaker.get_paginator("list_training_jobs").paginate(NameContains=self.name.upper())
        summaries = [summary for page in listed for summary in page["TrainingJobSummaries"]]
        self.assertEqual([summary["TrainingJobArn"] for summary in summaries], [arn])
        self.assertEqual(summaries[0]["TrainingEndTime"], described["TrainingEndTime"])
        self.sagemaker.delete_training_job(**self.job())
        with self.assertRaises(ClientError) as caught:
            self.sagemaker.describe_training_job(**self.job())
        self.assertEqual(caught.exception.response["Error"]["Code"], "ValidationException")
        self.assertEqual(caught.exception.response["Error"]["Message"], "Requested resource not found.")

    def test_a_name_in_use_is_a_typed_exception(self):
        self.sagemaker.create_training_job(**self.request())
        with self.assertRaises(self.sagemaker.exceptions.ResourceInUse) as caught:
            self.sagemaker.create_training_job(**self.request(TrainingJobName=self.name.upper()))
        self.assertIn(f":training-job/{self.name})", caught.exception.response["Error"]["Message"])

    def test_stop(self):
        self.stop_the_clock()
        self.sagemaker.create_training_job(**self.request())
        with self.assertRaises(self.sagemaker.exceptions.ResourceInUse):
            self.sagemaker.delete_training_job(**self.job())
        self.sagemaker.stop_training_job(**self.job())
        self.assertEqual(self.sagemaker.describe_training_job(**self.job())["TrainingJobStatus"], "Stopping")
        self.clock(mode="instant")
        self.assertEqual(self.wait()["TrainingJobStatus"], "Stopped")

    def test_the_waiter_sees_a_failure(self):
        algorithm = {"TrainingImage": "attune/failing", "TrainingInputMode": "File"}
        self.sagemaker.create_training_job(**self.request(AlgorithmSpecification=algorithm))
        with self.assertRaises(WaiterError):
            self.wait()
        described = self.sagemaker.describe_training_job(**self.job())
        self.assertTrue(described["FailureReason"].startswith("AlgorithmError: "))

    def test_command_line(self):
        def aws(operation, *arguments):
            said = run(aws_cli(), "sagemaker", operation, *arguments, env=environment(self.account))
            return json.loads(said) if said.strip() else said

        named = ("--training-job-name", self.name)
        aws("create-training-job", "--cli-input-json", f"file://{EXAMPLE}", *named)
        self.wait()
        self.assertEqual(aws("describe-training-job", *named)["SecondaryStatus"], "Completed")
        self.assertEqual(len(aws("list-training-jobs", "--max-items", "1")["TrainingJobSummaries"]), 1)
        self.assertEqual(aws("delete-training-job", *named), "")


class TrainingModelTest(TrainingCase):
    """What botocore's model knows of a training job's description."""

    def setUp(self):
        super().setUp()
        self.model = ServiceModel(Loader().load_service_model("sagemaker", "service-2"), "sagemaker")
        self.sagemaker = self.client("sagemaker", parameter_validation=False)
        self.full = json.loads(FULL.read_text("utf-8"))

    def test_what_is_described_is_what_the_model_knows(self):
        self.sagemaker.create_training_job(**self.full | {"TrainingJobName": self.name})
        described = self.wait()
        known = self.model.operation_model("DescribeTrainingJob").output_shape.members
        self.assertLessEqual(described.keys() - {"ResponseMetadata"}, known.keys())
        echoed = [member for member in self.full if member in known and member != "TrainingJobName"]
        for member in echoed:
            self.assertEqual(described[member], self.full[member], member)
        self.assertGreater(len(echoed), 20)
