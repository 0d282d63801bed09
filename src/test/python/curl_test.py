"""Plain HTTP without a signature, by curl."""

import json
import os
import tempfile
from pathlib import Path

from attune_test_case import URL, AttuneTestCase, run


class CurlTest(AttuneTestCase):
    def curl(self, path, body, *headers):
        """(status, headers, body)"""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "request.json").write_text(json.dumps(body), "utf-8")
            said = run(
                *("curl", "-sS", "-i", "-d", f"@{folder}/request.json"),
                *(part for header in headers for part in ("-H", header)),
                URL + path,
            )
        head, _, content = said.partition("\n\n")
        status, *fields = head.split("\n")
        return (
            int(status.split()[1]),
            {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)},
            content,
        )

    def preview(self, operation, body, prefix=""):
        return self.curl(f"{prefix}/{operation}", body, "Content-Type: application/json")

    def json_rpc(self, operation, body):
        return self.curl("/", body, "Content-Type: application/x-amz-json-1.1", f"X-Amz-Target: SageMaker.{operation}")

    def test_a_job_in_both_protocols(self):
        protocols = {
            "POST /CreateTuningJob": self.preview,
            "POST /Prod/CreateTuningJob": lambda operation, body: self.preview(operation, body, "/Prod"),
            "X-Amz-Target: SageMaker.CreateTuningJob": self.json_rpc,
        }
        for protocol, send in protocols.items():
            with self.subTest(protocol):
                self.be_someone_new()
                status, headers, body = send("CreateTuningJob", self.request())
                self.assertEqual(status, 200, body)
                self.assertTrue(headers["x-amzn-requestid"])
                arn = json.loads(body)["TuningJobArn"]
                self.assertRegex(arn, f"^arn:aws:sagemaker:[a-z0-9-]+:{self.account}:tuning-job/{self.name}$")
                self.wait(self.client("sagemakerhpo", region="us-east-1"))  # where who sends no region is
                status, _, body = send("DescribeTuningJob", self.job())
                self.assertEqual(status, 200, body)
                described = json.loads(body)
                self.assertEqual(described["TuningJobStatus"], "Completed")
                self.assertIsInstance(described["TuningJobStartTime"], (int, float))
                status, _, body = send("StopTuningJob", self.job("nowhere"))
                self.assertIn(status, (400, 404))
                self.assertEqual(json.loads(body)["__type"], "ResourceNotFound")

    def test_stop_answers_an_empty_body(self):
        for send in (self.preview, self.json_rpc):
            with self.subTest(send.__name__):
                self.be_someone_new()
                self.stop_the_clock()
                send("CreateTuningJob", self.request())
                status, _, body = send("StopTuningJob", self.job())
                self.assertEqual((status, body), (200, ""))

    def test_an_error_names_its_code_in_body_and_header(self):
        for send in (self.preview, self.json_rpc):
            with self.subTest(send.__name__):
                _, headers, body = send("DescribeTuningJob", self.job("nowhere"))
                self.assertEqual(json.loads(body)["__type"], "ResourceNotFound")
                self.assertEqual(headers["x-amzn-errortype"], "ResourceNotFound")

    def test_a_missing_member_is_named(self):
        for member in ("TuningJobName", "AwsAccountId", "TuningJobConfig", "TrainingJobDefinition"):
            with self.subTest(member):
                request = self.request()
                del request[member]
                status, _, body = self.preview("CreateTuningJob", request)
                self.assertEqual(status, 400)
                path = member[0].lower() + member[1:]
                self.assertIn(f"at '{path}' failed to satisfy constraint: Member must not be null", body)

    def test_a_body_that_is_not_json_is_the_callers_fault(self):
        said = run(
            *("curl", "-sS", "-o", os.devnull, "-w", "%{http_code}", "-H", "Content-Type: application/json"),
            *("-d", "{", f"{URL}/CreateTuningJob"),
        )
        self.assertEqual(said, "400")
