"""Today's tuning-job operations: boto3's and the AWS CLI's own models, without ours."""

import json
import time

from attune_test_case import ROOT, REGION, AttuneTestCase, environment, run
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
        while not self.sagemaker.list_training_jobs_for_hyper_parameter_tuning_job(**self.job())["TrainingJobSummaries"]:
            time.sleep(0.1)  # a job of which nothing runs yet would stop at once
        self.sagemaker.stop_hyper_parameter_tuning_job(**self.job())
        described = self.sagemaker.describe_hyper_parameter_tuning_job(**self.job())
        self.assertEqual(described["HyperParameterTuningJobStatus"], "Stopping")
        self.clock(mode="instant")
        self.assertEqual(self.wait()["HyperParameterTuningJobStatus"], "Stopped")

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
