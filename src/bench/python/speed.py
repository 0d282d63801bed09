#!/usr/bin/env python3
"""Processor time of a suggestion after n trials, ours and Optuna GPSampler's in turns, warm: see ../README.md.

For each n both get the same n trials of Levy-10 (a third at random, the rest around the optimum, closer and closer), are asked
for some trials that are not counted, and then for those that are. The last three columns are of the searching thread alone, without a
virtual machine's compiler and collector."""

import argparse
import os
import random
import statistics
import sys

import bench


def history(task, count):
    draw = random.Random(7)
    trials = []
    for t in range(1, count + 1):
        width = 10 if t % 3 == 0 else 5 / (1 + t / 15)
        point = {
            p["name"]: min(10.0, max(-10.0, draw.uniform(-10, 10) if t % 3 == 0 else draw.gauss(1.3, width)))
            for p in task.parameters
        }
        trials.append((point, task.truth(point)))
    return trials


def trial(optimiser, task):
    answer = optimiser.send(cmd="ask")
    found = answer["trials"][0]
    told = optimiser.send(cmd="tell", id=found["id"], value=task.truth(found["configuration"]))
    return [sum(part.get(clock, float("nan")) for part in (answer, told)) for clock in ("cpu_ms", "thread_ms")]


def measure(name, task, count, options):
    optimiser = bench.Optimiser(name, options.cache)
    try:
        # The warm-up is a smaller study of the same kind, so that compilers and libraries have seen everything.
        for size, asks in ((60, options.warmup), (count, options.asks)):
            optimiser.send(cmd="space", parameters=task.parameters, seed=1, noisy=False, trials=size + asks)
            for point, value in history(task, size):
                optimiser.send(cmd="add", configuration=point, value=value)
            times = [trial(optimiser, task) for _ in range(asks)]
        return times
    finally:
        optimiser.close()


def p95(ordered):
    return ordered[int(0.95 * (len(ordered) - 1))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", default=os.path.expanduser("~/.cache/attune-bench"))
    parser.add_argument("--sizes", default="30,50,100,300,500,750")
    parser.add_argument("--optimisers", default="attune,optuna-gp")
    parser.add_argument("--warmup", type=int, default=60)
    parser.add_argument("--asks", type=int, default=40)
    options = parser.parse_args()
    own = bench.python(options.cache, "driver")
    if os.environ.get("ATTUNE_BENCH_DRIVER") != "1":
        os.execve(own, [own, *sys.argv], {**os.environ, **bench.ONE_THREAD, "ATTUNE_BENCH_DRIVER": "1"})
    import tasks  # needs the driver's environment

    task = tasks.TASKS["levy10"]
    print("n      optimiser    p50 ms  p95 ms  mean ms  thread p50  p95   mean")
    for size in map(int, options.sizes.split(",")):
        for name in options.optimisers.split(","):
            process, thread = (sorted(times) for times in zip(*measure(name, task, size, options)))
            print(
                f"{size:<6} {name:<11} {statistics.median(process):7.1f} {p95(process):7.1f} {statistics.fmean(process):8.1f}"
                f" {statistics.median(thread):11.1f} {p95(thread):4.0f} {statistics.fmean(thread):6.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
