"""Training logs by CloudWatch Logs: boto3's own client, without a model of ours."""

import json
import unittest

from botocore.exceptions import ClientError

from attune_test_case import ROOT, REGION, AttuneTestCase

GROUP = "/aws/sagemaker/TrainingJobs"
EXAMPLE = ROOT / "clients/examples/create-training-job.json"


class LogsTest(AttuneTestCase):
    def setUp(self):
        super().setUp()
        self.logs = self.client("logs")
        self.sagemaker = self.client("sagemaker")

    def train(self, name):
        self.sagemaker.create_training_job(**json.loads(EXAMPLE.read_text("utf-8")) | {"TrainingJobName": name})
        self.sagemaker.get_waiter("training_job_completed_or_stopped").wait(
            TrainingJobName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 120}
        )

    def streams(self, **request):
        pages = self.logs.get_paginator("describe_log_streams").paginate(logGroupName=GROUP, **request)
        return [stream for page in pages for stream in page["logStreams"]]

    def events(self, stream, **request):
        return self.logs.get_log_events(logGroupName=GROUP, logStreamName=stream, **request)

    def test_the_log_of_a_training_job_as_the_sagemaker_sdk_reads_it(self):
        self.train(self.name)
        (stream,) = self.streams(logStreamNamePrefix=f"{self.name}/", orderBy="LogStreamName")
        self.assertRegex(stream["logStreamName"], f"^{self.name}/algo-1-[0-9]{{10}}$")
        arn = f"arn:aws:logs:{REGION}:{self.account}:log-group:{GROUP}:log-stream:{stream['logStreamName']}"
        self.assertEqual(stream["arn"], arn)
        messages, token = [], {}
        while True:
            page = self.events(stream["logStreamName"], startTime=0, startFromHead=True, limit=7, **token)
            if not page["events"]:
                break
            messages += [event["message"] for event in page["events"]]
            token = {"nextToken": page["nextForwardToken"]}
        self.assertEqual(page["nextForwardToken"], token["nextToken"])
        self.assertTrue(messages[0].startswith("Training on "))
        self.assertEqual(messages[-1], "Training completed")
        whole = self.events(stream["logStreamName"])["events"]
        self.assertEqual([event["message"] for event in whole], messages)
        self.assertEqual(stream["firstEventTimestamp"], whole[0]["timestamp"])
        self.assertEqual(stream["lastEventTimestamp"], whole[-1]["timestamp"])

    def test_from_the_end_backwards_and_by_time(self):
        self.train(self.name)
        name = self.streams()[0]["logStreamName"]
        whole = self.events(name)["events"]
        last = self.events(name, limit=3)
        self.assertEqual(last["events"], whole[-3:])
        before = self.events(name, limit=2, nextToken=last["nextBackwardToken"])
        self.assertEqual(before["events"], whole[-5:-3])
        middle = whole[len(whole) // 2]["timestamp"]
        early, late = self.events(name, endTime=middle)["events"], self.events(name, startTime=middle)["events"]
        self.assertEqual(early + late, whole)

    def test_streams_in_pages_and_by_prefix(self):
        names = [f"{self.name}-{i}" for i in range(3)]
        for name in names:
            self.train(name)
        self.train("other")
        paged = self.streams(logStreamNamePrefix=self.name, PaginationConfig={"PageSize": 2})
        self.assertEqual([stream["logStreamName"].split("/")[0] for stream in paged], names)
        latest = self.streams(orderBy="LastEventTime", descending=True)
        self.assertEqual(len(latest), 4)
        self.assertEqual(latest[0]["logStreamName"].split("/")[0], "other")

    def test_errors_are_typed(self):
        with self.assertRaises(self.logs.exceptions.ResourceNotFoundException) as caught:
            self.logs.describe_log_streams(logGroupName="/aws/sagemaker/ProcessingJobs")
        self.assertEqual(
            caught.exception.response["Error"]["Message"], "The specified log group does not exist."
        )
        for stream in ("nobody/algo-1-1", "nobody", "/"):
            with self.assertRaises(self.logs.exceptions.ResourceNotFoundException):
                self.events(stream)
        self.train(self.name)
        name = self.streams()[0]["logStreamName"]
        for wrong in (
            {"nextToken": "f/nonsense"},
            {"nextToken": "nonsense"},
            {"nextToken": self.events(name)["nextForwardToken"] + "A"},
        ):
            with self.assertRaises(self.logs.exceptions.InvalidParameterException):
                self.events(name, **wrong)
        with self.assertRaises(self.logs.exceptions.InvalidParameterException):
            self.logs.describe_log_streams(
                logGroupName=GROUP, orderBy="LastEventTime", logStreamNamePrefix=self.name
            )
        with self.assertRaises(ClientError) as caught:
            self.logs.describe_log_groups()
        self.assertEqual(caught.exception.response["Error"]["Code"], "UnknownOperationException")
        self.assertIn("DescribeLogGroups", caught.exception.response["Error"]["Message"])

    def test_nothing_is_seen_of_another_account(self):
        self.train(self.name)
        name = self.streams()[0]["logStreamName"]
        self.be_someone_new()
        self.logs = self.client("logs")
        self.assertEqual(self.streams(), [])
        with self.assertRaises(self.logs.exceptions.ResourceNotFoundException):
            self.events(name)


if __name__ == "__main__":
    unittest.main()
