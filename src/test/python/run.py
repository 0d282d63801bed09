#!/usr/bin/env python3
"""Tests what boto3, the AWS CLI and curl see of Attune.

usage: run.py [-v] [NAME ...]     NAME: boto3_test, boto3_test.PreviewClientTest, ...

The server is the one at ATTUNE_URL, else target/attune.jar, started on a free port. Every test has an AWS account of
its own, so none sees another's jobs; a test that stops the server's clock lets it jump again at its end.
Needs boto3, awscli and curl.
"""

import contextlib
import os
import sys
import unittest
from pathlib import Path

import attune_server

HERE = Path(__file__).resolve().parent


def main(arguments):
    given = os.environ.get("ATTUNE_URL")
    with contextlib.nullcontext(given) if given else attune_server.running() as url:
        os.environ["ATTUNE_URL"] = url
        os.environ["AWS_DATA_PATH"] = str(HERE.parents[2] / "clients/botocore")
        os.environ["NO_PROXY"] = "127.0.0.1,localhost"
        return run_tests([a for a in arguments if a != "-v"], verbosity=2 if "-v" in arguments else 1)


def run_tests(names, verbosity):
    loader = unittest.defaultTestLoader
    tests = loader.loadTestsFromNames(names) if names else loader.discover(str(HERE), "*_test.py")
    result = unittest.TextTestRunner(sys.stdout, verbosity=verbosity).run(tests)
    failed = {getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors}
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    print(f"{result.testsRun - len(failed) - len(result.skipped)} passed, {len(failed)} failed{skipped}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
