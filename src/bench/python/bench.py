#!/usr/bin/env python3
"""The optimiser's benchmark: `bench.py install | run | report`; see ../README.md."""

import argparse
import concurrent.futures
import csv
import fcntl
import heapq
import io
import json
import os
import random
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "python3.11"
HEADER = ["task", "optimiser", "seed", "mode", "trial", "value", "truth", "cpu_ms", "wall_ms"]
WORKERS = 4

# name: (virtual environment, adapter); `attune` is the Java program.
OPTIMISERS = {
    "attune": (None, None),
    "random": ("driver", "uniform"),
    "optuna-tpe": ("optuna", "optuna_tpe"),
    "optuna-gp": ("optunagp", "optuna_gp"),
    "hyperopt": ("hyperopt", "hyperopt_tpe"),
    "syne-bo": ("synetune", "syne_bo"),
    "syne-cqr": ("synetune", "syne_cqr"),
    "smac": ("smac", "smac_rf"),
    "hebo": ("hebo", "hebo_mace"),
    "ax": ("botorch", "ax_botorch"),
    "vizier": ("vizier", "vizier_gp"),
}
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "JAX_PLATFORMS": "cpu",
    "CUDA_VISIBLE_DEVICES": "",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
    "PYTHONHASHSEED": "0",
}


class Failed(Exception):
    pass


class Optimiser:
    """A worker process that speaks the ask/tell protocol."""

    def __init__(self, name, cache):
        environment, adapter = OPTIMISERS[name]
        if adapter is None:
            command = [os.path.join(os.path.dirname(HERE), "ask-tell")]
        else:
            command = [python(cache, environment), os.path.join(HERE, "worker.py"), adapter]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **ONE_THREAD},
        )

    def send(self, **command):
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Failed("the worker ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Failed(answer["error"])
        return answer

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def python(cache, environment):
    return os.path.join(cache, "venvs", environment, "bin", "python")


def run_one(task_name, name, seed, mode, trials, cache):
    """One run, as rows of the CSV file. Trial k observes with draw k of the stream 1000 + seed, and lasts as draw k of another."""
    from tasks import TASKS

    task = TASKS[task_name]
    noise, lengths = random.Random(1000 + seed), random.Random(2000 + seed)
    draws = [noise.random() for _ in range(trials)]
    durations = [lengths.lognormvariate(0, 0.5) for _ in range(trials)]
    optimiser = Optimiser(name, cache)
    try:
        optimiser.send(
            cmd="space", parameters=task.parameters, goal="minimize", seed=seed, searcher="bayesian", noisy=task.noisy, trials=trials
        )
        rows, running, asked, clock = [], [], 0, 0.0
        while len(rows) < trials:
            while asked < trials and len(running) < (1 if mode == "seq" else WORKERS):
                start = time.perf_counter()
                answer = optimiser.send(cmd="ask", n=1)
                wall = time.perf_counter() - start
                if not answer["trials"]:
                    trials = asked  # the space is exhausted
                    break
                trial = answer["trials"][0]
                heapq.heappush(running, (clock + durations[asked], asked, trial, answer["cpu_ms"], wall))
                asked += 1
            if not running:
                break
            clock, index, trial, cpu, wall = heapq.heappop(running)
            value = task.observe(trial["configuration"], draws[index])
            truth = task.truth(trial["configuration"])
            start = time.perf_counter()
            answer = optimiser.send(cmd="tell", id=trial["id"], value=value)
            wall += time.perf_counter() - start
            shown = "" if truth == value else f"{truth:.9g}"
            cpu += answer["cpu_ms"]
            rows.append(
                [task_name, name, seed, mode, len(rows) + 1, f"{value:.9g}", shown, f"{cpu:.4g}", f"{1000 * wall:.4g}"]
            )
        return rows
    finally:
        optimiser.close()


def finished(path):
    """(task, optimiser, seed, mode) → how many trials the file has of it."""
    runs = {}
    if os.path.exists(path):
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                key = row["task"], row["optimiser"], int(row["seed"]), row["mode"]
                runs[key] = max(runs.get(key, 0), int(row["trial"]))
    return runs


def append(path, rows):
    """A run's rows in one write under a lock: several drivers may share the file, and no run is ever there in part."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    with open(path, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if tuple(rows[0][:4]) in finished(path):
            return  # another driver was faster
        if file.tell() == 0:
            file.write(",".join(HEADER) + "\n")
        file.write(text.getvalue())


def run(options):
    from tasks import TASKS

    tasks = options.tasks.split(",") if options.tasks else list(TASKS)
    optimisers = options.optimisers.split(",")
    done = finished(options.out)
    plan = [
        (task, name, seed, options.mode)
        for seed in options.seeds
        for task in tasks
        for name in optimisers
        if (task, name, seed, options.mode) not in done
    ]
    deadline = time.monotonic() + 60 * options.minutes
    print(f"{len(plan)} runs to do, {len(done)} in {options.out}", flush=True)
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        waiting, count = {}, 0
        plan = iter(plan)
        while True:
            while len(waiting) < options.jobs and time.monotonic() < deadline:
                key = next(plan, None)
                if key is None:
                    break
                waiting[pool.submit(run_one, *key, options.trials, options.cache)] = key, time.monotonic()
            if not waiting:
                return
            for future in concurrent.futures.wait(waiting, return_when="FIRST_COMPLETED").done:
                key, start = waiting.pop(future)
                count += 1
                try:
                    rows = future.result()
                    append(options.out, rows)
                    outcome = f"{len(rows)} trials, best {min(float(r[5]) for r in rows):.6g}"
                except Exception as error:  # one run that fails must not end the others
                    outcome = f"FAILED: {error}"
                print(f"{count} {' '.join(map(str, key))}: {outcome}, {time.monotonic() - start:.1f} s", flush=True)


def install(options):
    environments = options.environments.split(",") if options.environments else sorted(
        name[:-4] for name in os.listdir(os.path.join(HERE, "requirements"))
    )
    for name in environments:
        directory = os.path.join(options.cache, "venvs", name)
        if not os.path.exists(directory):
            subprocess.run([PYTHON, "-m", "venv", directory], check=True)
        requirements = os.path.join(HERE, "requirements", name + ".txt")
        pip = [python(options.cache, name), "-m", "pip", "install", "--disable-pip-version-check", "-q"]
        pip += ["--no-deps", "-r", requirements]  # the files are complete, and some peers name limits that they do not need
        print(name, "installed" if subprocess.run(pip).returncode == 0 else "FAILED", flush=True)


def numbers(text):
    first, _, last = text.partition("-")
    return list(range(int(first), int(last or first) + 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", default=os.path.expanduser("~/.cache/attune-bench"), help="where the virtual environments are")
    commands = parser.add_subparsers(dest="command", required=True)
    installing = commands.add_parser("install", help="make the virtual environments")
    installing.add_argument("--environments", help="names of files in requirements/, with commas; all of them by default")
    running = commands.add_parser("run", help="run what the CSV file does not have yet")
    running.add_argument("--out", default="results.csv")
    running.add_argument("--tasks", help="with commas; all by default")
    running.add_argument("--optimisers", default=",".join(OPTIMISERS), help="with commas; all by default")
    running.add_argument("--seeds", type=numbers, default="1-20", help="for example 1-5")
    running.add_argument("--trials", type=int, default=100)
    running.add_argument("--mode", choices=["seq", "async4"], default="seq")
    running.add_argument("--jobs", type=int, default=1, help="runs at the same time, one thread each")
    running.add_argument("--minutes", type=float, default=1e9, help="start no run after that long")
    reporting = commands.add_parser("report", help="tables and plots")
    reporting.add_argument("--csv", default="results.csv")
    reporting.add_argument("--out", default="report")
    reporting.add_argument("--note", default="", help="when and where it was measured")
    options = parser.parse_args()
    own = python(options.cache, "driver")
    if options.command == "install":
        install(options)
    elif os.environ.get("ATTUNE_BENCH_DRIVER") != "1":
        os.execve(own, [own, *sys.argv], {**os.environ, **ONE_THREAD, "ATTUNE_BENCH_DRIVER": "1"})
    elif options.command == "run":
        run(options)
    else:
        import report

        report.write(options.csv, options.out, options.note)


if __name__ == "__main__":
    main()
