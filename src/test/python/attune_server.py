#!/usr/bin/env python3
"""Starts the built jar on a free port for a test, and stops it.

usage: attune_server.py COMMAND...     runs the command, which finds the server at ATTUNE_URL
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
START_TIMEOUT_SECONDS = 180


@contextlib.contextmanager
def running(jar=ROOT / "target/attune.jar", log=ROOT / "target/client-tests-server.log"):
    """Yields the URL of a server whose clock jumps from event to event, so that a tuning job takes no time."""
    if not jar.exists():
        raise FileNotFoundError(f"{jar} is not built: run ./mvnw package")
    url = f"http://127.0.0.1:{(port := free_port())}"
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    command = [java, "-jar", jar, f"--server.port={port}", "--attune.clock.mode=instant"]
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    try:
        await_health(url, process, log)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_health(url, process, log):
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            with urllib.request.urlopen(f"{url}/_attune/health", timeout=5):
                return
        time.sleep(0.2)
    what = f"ended with exit code {process.returncode}" if process.returncode is not None else "is not healthy"
    tail = "\n".join(Path(log).read_text("utf-8", "replace").splitlines()[-40:])
    raise RuntimeError(f"the server {what}; its log ends:\n{tail}")


if __name__ == "__main__":
    with running() as ready:
        sys.exit(subprocess.run(sys.argv[1:], env=os.environ | {"ATTUNE_URL": ready}).returncode)
