#!/usr/bin/env python3
"""One optimiser in its own process and virtual environment: `worker.py ADAPTER`, the ask/tell protocol of ../README.md on
standard input and output. Processor time is counted gap-free, of the whole process.

An adapter is a module of `optimisers` with a class `Optimiser(space, seed, noisy, trials)`, whose `ask()` returns a handle and
a configuration, and whose `tell(handle, configuration, value)` takes the result."""

import importlib
import json
import os
import sys
import time
import warnings


def main():
    lines = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what libraries print must not get among the answers
    warnings.simplefilter("ignore")
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    module = importlib.import_module("optimisers." + sys.argv[1])
    optimiser, pending, asked = None, {}, 0
    lap = time.process_time()
    for line in sys.stdin:
        command = json.loads(line)
        answer = {}
        try:
            if command["cmd"] == "space":
                optimiser = module.Optimiser(
                    command["parameters"], command["seed"], command.get("noisy", False), command.get("trials", 100)
                )
                answer["ok"] = True
            elif command["cmd"] == "ask":
                answer["trials"] = []
                for _ in range(command.get("n", 1)):
                    handle, configuration = optimiser.ask()
                    asked += 1
                    pending[asked] = handle, configuration
                    answer["trials"].append({"id": asked, "configuration": configuration})
            elif command["cmd"] == "tell":
                handle, configuration = pending.pop(command["id"])
                optimiser.tell(handle, configuration, command["value"])
                answer["ok"] = True
            elif command["cmd"] == "add":
                optimiser.add(command["configuration"], command["value"])
                answer["ok"] = True
            else:
                return
        except Exception as error:  # the driver records it and goes on
            answer = {"error": f"{type(error).__name__}: {error}"[:500]}
        now = time.process_time()
        answer["cpu_ms"] = 1000 * (now - lap)
        lap = now
        lines.write(json.dumps(answer) + "\n")


main()
