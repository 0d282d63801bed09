"""The model files themselves. Needs no server."""

import json
import sys
import unittest

import botocore.session
from botocore.loaders import Loader

from attune_test_case import MODELS, environment, run


class ModelTest(unittest.TestCase):
    def test_the_files_are_what_the_generator_writes(self):
        run(sys.executable, MODELS / "generate.py", "--check")

    def test_boto3_takes_both_without_a_warning(self):
        for service in ("sagemakerhpo", "sagemaker"):
            with self.subTest(service):
                create = f"import boto3; boto3.client({service!r}, endpoint_url='http://127.0.0.1:8642/Prod')"
                said = run(sys.executable, "-W", "error", "-c", create, env=environment("0" * 12))
                self.assertEqual(said, "")

    def test_both_have_the_same_operations(self):
        own = json.loads((MODELS / "sagemakerhpo/2017-11-08/service-2.json").read_text("utf-8"))
        merged = json.loads((MODELS / "sagemaker/2017-07-24/service-2.sdk-extras.json").read_text("utf-8"))
        self.assertEqual(own["operations"].keys(), merged["merge"]["operations"].keys())

    def test_ours_take_nothing_from_the_stock_model(self):
        stock, merged = Loader(), botocore.session.get_session().get_component("data_loader")
        for kind, parts in (
            ("service-2", ("operations", "shapes")),
            ("paginators-1", ("pagination",)),
            ("waiters-2", ("waiters",)),
        ):
            before, after = (loader.load_service_model("sagemaker", kind) for loader in (stock, merged))
            for part in parts:
                with self.subTest(part):
                    self.assertLessEqual(before[part].items(), after[part].items())
                    self.assertLess(len(before[part]), len(after[part]))
