"""The AWS CLI, with both model files."""

import json
import shutil
import sys
from pathlib import Path

from attune_test_case import EXAMPLE, AttuneTestCase, environment, run


class CommandLineTest(AttuneTestCase):
    def aws(self, *arguments, expect=0):
        said = run(aws_cli(), *arguments, env=environment(self.account), expect=expect)
        return json.loads(said) if expect == 0 and said.strip() else said

    def names(self):
        return ("--aws-account-id", self.account, "--tuning-job-name", self.name)

    def test_a_job_from_start_to_end(self):
        for service in ("sagemaker", "sagemakerhpo"):
            with self.subTest(service):
                self.be_someone_new()
                created = self.aws(service, "create-tuning-job", "--cli-input-json", f"file://{EXAMPLE}", *self.names())
                self.assertTrue(created["TuningJobArn"].endswith(f":{self.account}:tuning-job/{self.name}"))
                self.aws(service, "wait", "tuning-job-completed-or-stopped", *self.names())
                described = self.aws(service, "describe-tuning-job", *self.names())
                self.assertEqual(described["TuningJobStatus"], "Completed")
                self.assertIn("BestTrainingJob", described)
                listed = self.aws(service, "list-training-jobs-for-tuning-job", *self.names(), "--page-size", "7")
                self.assertEqual(len(listed["TrainingJobSummaries"]), 20)
                jobs = self.aws(service, "list-tuning-jobs", "--aws-account-id", self.account)
                self.assertEqual([job["TuningJobName"] for job in jobs["TuningJobSummaries"]], [self.name])

    def test_stop(self):
        for service in ("sagemaker", "sagemakerhpo"):
            with self.subTest(service):
                self.be_someone_new()
                self.stop_the_clock()
                self.aws(service, "create-tuning-job", "--cli-input-json", f"file://{EXAMPLE}", *self.names())
                self.assertEqual(self.aws(service, "stop-tuning-job", *self.names()), "")
                self.clock(mode="instant")
                self.aws(service, "wait", "tuning-job-completed-or-stopped", *self.names())
                described = self.aws(service, "describe-tuning-job", *self.names())
                self.assertEqual(described["TuningJobStatus"], "Stopped")

    def test_an_error_names_its_code_and_the_operation(self):
        said = self.aws("sagemaker", "describe-tuning-job", *self.names(), expect=None)
        self.assertIn("(ResourceNotFound) when calling the DescribeTuningJob operation", said)

    def test_prints_a_skeleton_with_the_members_of_the_example(self):
        for service in ("sagemaker", "sagemakerhpo"):
            skeleton = self.aws(service, "create-tuning-job", "--generate-cli-skeleton")
            self.assertEqual(skeleton.keys(), self.request().keys())


def aws_cli():
    beside = Path(sys.executable).with_name("aws")
    return beside if beside.exists() else shutil.which("aws") or "aws"
