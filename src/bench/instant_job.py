#!/usr/bin/env python3
"""How long a tuning job takes by the wall clock when simulated time costs nothing.

Starts the built jar in instant mode on a free port, runs jobs on a test function until the server is warm, and then measures: from the
CreateTuningJob request to the first DescribeTuningJob that says Completed; and what the jobs found. Each job has another name, and so
another seed. Needs only Python.

    ./mvnw -q package -DskipTests
    python3 src/bench/instant_job.py --trials 100 --parallel 1 --warmup 5 --runs 11
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ACCOUNT = "123456789012"
RANGES = {
    "branin": [("-5", "10"), ("0", "15")],
    "hartmann6": [("0", "1")] * 6,
}
MINIMA = {"branin": 0.397887, "hartmann6": -3.32237}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def post(url, path, body):
    request = urllib.request.Request(
        url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        text = response.read()
    return json.loads(text) if text else None


def job(name, function, trials, parallel):
    return {
        "TuningJobName": name,
        "AwsAccountId": ACCOUNT,
        "TuningJobConfig": {
            "Strategy": "Bayesian",
            "TuningJobObjective": {"Type": "Minimize", "MetricName": "loss"},
            "ResourceLimits": {"MaxNumberOfTrainingJobs": trials, "MaxParallelTrainingJobs": parallel},
            "ParameterRanges": {
                "ContinuousParameterRanges": [
                    {"Name": f"x{i}", "Type": "Continuous", "MinValue": low, "MaxValue": high}
                    for i, (low, high) in enumerate(RANGES[function], 1)
                ]
            },
        },
        "TrainingJobDefinition": {
            "AlgorithmSpecification": {"TrainingImage": f"attune/{function}", "TrainingInputMode": "File"},
            "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/bench",
            "InputDataConfig": [
                {
                    "ChannelName": "train",
                    "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://bench/train"}},
                }
            ],
            "OutputDataConfig": {"S3OutputPath": "s3://bench/out"},
            "ResourceConfig": {"InstanceType": "ml.m4.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 10},
            "StoppingCondition": {"MaxRuntimeInSeconds": 86400},
        },
    }


def run(url, name, function, trials, parallel):
    """Seconds of wall time, and the best value."""
    started = time.perf_counter()
    post(url, "/CreateTuningJob", job(name, function, trials, parallel))
    while True:
        answer = post(url, "/DescribeTuningJob", {"AwsAccountId": ACCOUNT, "TuningJobName": name})
        if answer["TuningJobStatus"] not in ("InProgress", "Stopping"):
            break
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    counters = answer["ResourcesStats"]["ConsumedResources"]["Jobs"]
    assert answer["TuningJobStatus"] == "Completed" and counters["Completed"] == trials, answer
    return seconds, answer["BestTrainingJob"]["FinalTuningJobObjectiveMetric"]["Value"]


def wait_until_ready(url, process):
    for _ in range(600):
        try:
            urllib.request.urlopen(url + "/_attune/health", timeout=2)
            return
        except (urllib.error.URLError, OSError):
            if process.poll() is not None:
                raise SystemExit("the server ended")
            time.sleep(0.2)
    raise SystemExit("the server is not ready after two minutes")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--function", choices=sorted(RANGES), default="hartmann6")
    arguments.add_argument("--trials", type=int, default=100)
    arguments.add_argument("--parallel", type=int, default=1)
    arguments.add_argument("--warmup", type=int, default=5, help="jobs that are not counted")
    arguments.add_argument("--runs", type=int, default=11)
    arguments.add_argument("--java", default="java")
    options = arguments.parse_args()
    url = f"http://127.0.0.1:{(port := free_port())}"
    with tempfile.TemporaryFile() as log:
        command = [options.java, "-jar", f"{ROOT}/target/attune.jar", f"--server.port={port}", "--attune.clock.mode=instant"]
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_ready(url, process)
            runs = [
                run(url, f"bench-{i}", options.function, options.trials, options.parallel)
                for i in range(options.warmup + options.runs)
            ]
        finally:
            process.terminate()
            process.wait(30)
    seconds = [run[0] for run in runs]
    warm = sorted(seconds[options.warmup :])
    print(f"attune/{options.function}, {options.trials} trials, {options.parallel} parallel, instant mode")
    print(f"first job {seconds[0]:.2f} s; {len(warm)} jobs after {options.warmup}: "
          f"median {statistics.median(warm):.2f} s, min {warm[0]:.2f} s, max {warm[-1]:.2f} s")
    best = sorted(run[1] for run in runs)
    print(f"best of each of {len(best)} jobs: median {statistics.median(best):.5f}, worst {best[-1]:.5f} "
          f"(minimum {MINIMA[options.function]})")


if __name__ == "__main__":
    main()
