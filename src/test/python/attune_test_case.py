"""What the tests share: the server at ATTUNE_URL, a caller of its own for each test, and the shipped example."""

import json
import os
import subprocess
import unittest
import urllib.request
import uuid
from pathlib import Path

import boto3
from botocore.config import Config

ROOT = Path(__file__).resolve().parents[3]
MODELS = ROOT / "clients/botocore"
EXAMPLE = ROOT / "clients/examples/create-tuning-job.json"
REGION = "us-west-2"
URL = os.environ.get("ATTUNE_URL", "").rstrip("/")


class AttuneTestCase(unittest.TestCase):
    def setUp(self):
        self.be_someone_new()

    def be_someone_new(self):
        self.account = f"{uuid.uuid4().int % 10**12:012d}"
        self.name = f"churn-{uuid.uuid4().hex[:8]}"

    def request(self, **changes):
        """The shipped example, under this test's account and name."""
        request = json.loads(EXAMPLE.read_text("utf-8"))
        return request | {"TuningJobName": self.name, "AwsAccountId": self.account} | changes

    def one_job_request(self, name):
        """A request that a single training job fulfils."""
        request = self.request(TuningJobName=name)
        request["TuningJobConfig"]["ResourceLimits"] = {"MaxNumberOfTrainingJobs": 1, "MaxParallelTrainingJobs": 1}
        return request

    def job(self, name=None):
        return {"AwsAccountId": self.account, "TuningJobName": name or self.name}

    def client(self, service, path="", region=REGION, **config):
        return boto3.client(
            service,
            endpoint_url=URL + path,
            region_name=region,
            aws_access_key_id=self.account,
            aws_secret_access_key="any",
            config=Config(retries={"total_max_attempts": 1}, read_timeout=60, **config),
        )

    def wait(self, client, name=None):
        client.get_waiter("tuning_job_completed_or_stopped").wait(
            **self.job(name), WaiterConfig={"Delay": 1, "MaxAttempts": 180}
        )
        return client.describe_tuning_job(**self.job(name))

    def clock(self, **setting):
        request = urllib.request.Request(
            f"{URL}/_attune/clock", json.dumps(setting).encode(), {"Content-Type": "application/json"}, method="PUT"
        )
        urllib.request.urlopen(request, timeout=60).close()

    def stop_the_clock(self):
        self.addCleanup(self.clock, mode="instant")
        self.clock(mode="manual")


def run(*command, env=None, expect=0):
    """What the command prints, both streams; expect is its exit code, or None for any but 0."""
    done = subprocess.run(
        [str(part) for part in command],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    if done.returncode != expect if expect is not None else done.returncode == 0:
        raise AssertionError(f"exit code {done.returncode} of {' '.join(map(str, command))}:\n{done.stdout}")
    return done.stdout


def environment(account):
    """For a client that is told nothing but the endpoint, the models and the caller."""
    return {name: value for name, value in os.environ.items() if not name.startswith("AWS_")} | {
        "AWS_ENDPOINT_URL_SAGEMAKER": URL,
        "AWS_ENDPOINT_URL_SAGEMAKERHPO": URL,
        "AWS_DATA_PATH": str(MODELS),
        "AWS_ACCESS_KEY_ID": account,
        "AWS_SECRET_ACCESS_KEY": "any",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_PAGER": "",
        "PAGER": "cat",
    }
