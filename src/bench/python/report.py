"""Tables and plots from the raw CSV file."""

import collections
import csv
import os
import statistics

import matplotlib
import numpy

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

from tasks import TASKS  # noqa: E402

BUDGETS = (25, 50, 100)
CLIP = 1.5
OURS = "attune"
BASE = "random"
RESAMPLES = 2000
WARM_UP = 10


class Runs:
    """Every run's true value of the best configuration so far, as observed, and its processor time a trial."""

    def __init__(self, path):
        self.best, self.cpu = {}, {}
        raw = collections.defaultdict(list)
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                key = row["mode"], row["task"], row["optimiser"], int(row["seed"])
                raw[key].append((float(row["value"]), float(row["truth"] or row["value"]), float(row["cpu_ms"])))
        for key, rows in raw.items():
            self.best[key] = incumbents(rows)
            self.cpu[key] = [cpu for _, _, cpu in rows]

    def modes(self):
        return sorted({key[0] for key in self.best}, reverse=True)

    def tasks(self, mode):
        return [t for t in TASKS if any(k[0] == mode and k[1] == t for k in self.best)]

    def optimisers(self, mode):
        names = {k[2] for k in self.best if k[0] == mode}
        return sorted(names, key=lambda n: (n != OURS, n))

    def seeds(self, mode, task, name):
        return sorted(k[3] for k in self.best if k[:3] == (mode, task, name))

    def at(self, mode, task, name, seed, budget):
        """The value after that many trials; None where the run was shorter, unless it ended because its space was exhausted."""
        series = self.best.get((mode, task, name, seed))
        return None if series is None or len(series) < budget else series[budget - 1]

    def optimum(self, task):
        known = TASKS[task].optimum
        return known if known is not None else min(min(s) for k, s in self.best.items() if k[1] == task)

    def scale(self, mode, task, budget):
        """What random search of the same budget leaves to be found, in the median. Always of sequential runs."""
        values = [self.at("seq", task, BASE, s, budget) for s in self.seeds("seq", task, BASE)]
        values = [v for v in values if v is not None]
        return statistics.median(values) - self.optimum(task) if values else None

    def regret(self, mode, task, name, seed, budget):
        value, scale = self.at(mode, task, name, seed, budget), self.scale(mode, task, budget)
        if value is None or scale is None:
            return None
        left = max(0.0, value - self.optimum(task))
        if scale <= 0:
            return 0.0 if left <= 0 else CLIP
        return min(CLIP, left / scale)


def incumbents(rows):
    best, series = float("inf"), []
    for value, truth, _ in rows:
        if value < best:
            best, kept = value, truth
        series.append(kept)
    return series


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def task_regrets(runs, mode, budget):
    """task → optimiser → mean regret over its seeds."""
    regrets = {}
    for task in runs.tasks(mode):
        for name in runs.optimisers(mode):
            values = [runs.regret(mode, task, name, s, budget) for s in runs.seeds(mode, task, name)]
            values = [v for v in values if v is not None]
            if values:
                regrets.setdefault(task, {})[name] = statistics.fmean(values), len(values)
    return regrets


def quality(runs, mode, budget):
    regrets = task_regrets(runs, mode, budget)
    names = [n for n in runs.optimisers(mode) if any(n in r for r in regrets.values())]
    if not names:
        return ""
    rows = []
    for task, of in regrets.items():
        least = min(v for v, _ in of.values())
        rows.append([task, *(cell(of.get(n), least) for n in names)])
    return f"#### Normalised regret after {budget} trials: mean (seeds)\n\n" + table(["task", *names], rows)


def cell(of, least):
    if of is None:
        return "–"
    mean, seeds = of
    return f"**{mean:.3f}** ({seeds})" if mean == least else f"{mean:.3f} ({seeds})"


def ranks(runs, mode, budget):
    """Mean rank over the tasks that all of the optimisers with full coverage ran, per seed that they share."""
    tasks = [t for t in runs.tasks(mode) if covered(runs, mode, t, OURS, budget)]
    full = [n for n in runs.optimisers(mode) if all(covered(runs, mode, t, n, budget) for t in tasks)]
    collected = collections.defaultdict(list)
    for task in tasks:
        seeds = set.intersection(*(set(runs.seeds(mode, task, n)) for n in full)) if full else ()
        for seed in sorted(seeds):
            values = {n: runs.regret(mode, task, n, seed, budget) for n in full}
            if None in values.values():
                continue
            for n, v in values.items():
                less = sum(w < v for w in values.values())
                equal = sum(w == v for w in values.values())
                collected[n].append(1 + less + (equal - 1) / 2)
    return {n: (statistics.fmean(v), len(v)) for n, v in collected.items()}


def covered(runs, mode, task, name, budget):
    return any(runs.regret(mode, task, name, s, budget) is not None for s in runs.seeds(mode, task, name))


def against(runs, mode, name, budget):
    """Ours against a peer, on exactly the task and seed pairs that both ran."""
    pairs = collections.defaultdict(list)
    for task in runs.tasks(mode):
        for seed in runs.seeds(mode, task, name):
            left, right = (runs.regret(mode, task, n, seed, budget) for n in (OURS, name))
            if left is not None and right is not None:
                pairs[task].append((left, right))
    if not pairs:
        return None
    everything = numpy.array([p for of in pairs.values() for p in of])
    counts = [int((everything[:, 0] < everything[:, 1]).sum()), int((everything[:, 0] == everything[:, 1]).sum())]
    better = sum(statistics.fmean(a for a, _ in of) < statistics.fmean(b for _, b in of) for of in pairs.values())
    random, arrays, means = numpy.random.default_rng(0), [numpy.array(of) for of in pairs.values()], []
    for _ in range(RESAMPLES):
        chosen = random.integers(len(arrays), size=len(arrays))
        sampled = [arrays[i][random.integers(len(arrays[i]), size=len(arrays[i]))] for i in chosen]
        means.append(numpy.mean([(a[:, 0] - a[:, 1]).mean() for a in sampled]))
    low, high = numpy.percentile(means, [2.5, 97.5])
    difference = numpy.mean([(a[:, 0] - a[:, 1]).mean() for a in arrays])
    floor = 1e-4
    logs = [numpy.log(numpy.maximum(a.mean(axis=0), floor)) for a in arrays]
    ratio = numpy.exp(numpy.mean([pair[0] - pair[1] for pair in logs]))
    seeds = [len(of) for of in pairs.values()]
    return [
        name,
        len(pairs),
        f"{min(seeds)}–{max(seeds)}",
        f"{counts[0]} / {counts[1]} / {len(everything) - sum(counts)}",
        f"{better} of {len(pairs)}",
        f"{difference:+.3f} [{low:+.3f}, {high:+.3f}]",
        f"{ratio:.2f}",
    ]


def speed(runs):
    rows = []
    marks = (1, 5, 11, 30, 50, 60, 75, 100)
    for name in runs.optimisers("seq"):
        keys = [k for k in runs.cpu if k[0] == "seq" and k[2] == name]
        every = [c for k in keys for c in runs.cpu[k]]
        warm = [c for k in keys for c in runs.cpu[k][WARM_UP:]]
        at = []
        for mark in marks:
            near = [c for k in keys for c in (runs.cpu[k][mark - 3 : mark + 2] if mark > 5 else runs.cpu[k][mark - 1 : mark])]
            near = near if any(len(runs.cpu[k]) >= mark for k in keys) else []
            at.append(f"{numpy.percentile(near, 50):.3g} / {numpy.percentile(near, 95):.3g}" if near else "–")
        pair = [f"{numpy.percentile(v, 50):.3g} / {numpy.percentile(v, 95):.3g} ({numpy.mean(v):.3g})" if v else "–" for v in (every, warm)]
        rows.append([name, *pair, *at])
    head = ["optimiser", "all trials: p50 / p95 (mean)", "without the first 10", *(f"n={m}" for m in marks)]
    return table(head, rows)


def plots(runs, mode, out):
    tasks, names = runs.tasks(mode), runs.optimisers(mode)
    columns = 4
    lines = -(-len(tasks) // columns)
    figure, axes = plt.subplots(lines, columns, figsize=(4 * columns, 2.7 * lines), squeeze=False)
    colours = {n: f"C{i}" for i, n in enumerate(sorted({k[2] for k in runs.best}, key=lambda n: (n != OURS, n)))}
    for axis in axes.flat[len(tasks) :]:
        axis.axis("off")
    for axis, task in zip(axes.flat, tasks):
        optimum = runs.optimum(task)
        for name in names:
            series = [runs.best[mode, task, name, s] for s in runs.seeds(mode, task, name)]
            if not series:
                continue
            length = min(map(len, series))
            regret = numpy.maximum(numpy.array([s[:length] for s in series]) - optimum, 1e-6)
            axis.plot(range(1, length + 1), numpy.median(regret, axis=0), colours[name], label=f"{name}", lw=2 if name == OURS else 1)
        axis.set_yscale("log")
        axis.set_title(task, fontsize=9)
        axis.tick_params(labelsize=7)
    handles = {}
    for axis in axes.flat:
        handles.update({label: handle for handle, label in zip(*axis.get_legend_handles_labels())})
    figure.supxlabel("trials")
    figure.supylabel("median regret (value − optimum)")
    figure.legend(handles.values(), handles.keys(), loc="upper center", fontsize=9, ncol=len(handles))
    figure.tight_layout(rect=(0.02, 0, 1, 0.96))
    for kind in ("svg", "png"):
        figure.savefig(os.path.join(out, f"regret-{mode}.{kind}"), dpi=80)
    plt.close(figure)


def speed_plot(runs, out):
    figure, axis = plt.subplots(figsize=(7, 4.5))
    for i, name in enumerate(runs.optimisers("seq")):
        keys = [k for k in runs.cpu if k[0] == "seq" and k[2] == name]
        length = max(len(runs.cpu[k]) for k in keys)
        medians = [statistics.median([runs.cpu[k][t] for k in keys if len(runs.cpu[k]) > t]) for t in range(length)]
        axis.plot(range(1, length + 1), numpy.maximum(medians, 1e-2), f"C{i}", label=name, lw=2 if name == OURS else 1)
    axis.set_yscale("log")
    axis.set_xlabel("trial")
    axis.set_ylabel("median processor time of ask + tell, ms")
    axis.legend(fontsize=8)
    figure.tight_layout()
    for kind in ("svg", "png"):
        figure.savefig(os.path.join(out, f"speed.{kind}"), dpi=90)
    plt.close(figure)


def write(path, out, note):
    os.makedirs(out, exist_ok=True)
    plt.rcParams["svg.hashsalt"] = "attune"
    runs = Runs(path)
    text = ["# Report\n", "Made by `bench.py report` from the raw CSV file; do not edit. Less is better everywhere.\n"]
    if note:
        text.append(f"**{note}**\n")
    text.append(
        "Normalised regret: (true value of the best configuration observed − optimum) / (median of random search at the same budget − "
        f"optimum), clipped at {CLIP}. The optimum of svm-digits and gbt-cancer is the best value anyone found.\n"
    )
    for mode in runs.modes():
        text.append(f"## {'One trial at a time' if mode == 'seq' else 'Four workers, asynchronous'} (`{mode}`)\n")
        counted = [(n, sum(k[0] == mode and k[2] == n for k in runs.best)) for n in runs.optimisers(mode)]
        text.append("Runs: " + ", ".join(f"{n} {c}" for n, c in counted) + ".\n")
        for budget in sorted({*BUDGETS, 60}, reverse=True):
            rows = [against(runs, mode, n, budget) for n in runs.optimisers(mode) if n != OURS]
            rows = [r for r in rows if r]
            if not rows:
                continue
            text.append(f"### After {budget} trials\n")
            text.append(
                "Attune against each peer, on exactly the tasks and seeds that both ran; negative is in Attune's favour. The interval is a "
                "bootstrap over tasks, and seeds within them. The ratio is of the geometric means of regret over tasks, floor 1e-4.\n"
            )
            head = ["peer", "tasks", "seeds a task", "runs: win / tie / loss", "better mean on", "mean difference [95 %]", "ratio"]
            text.append(table(head, rows))
            ranked = ranks(runs, mode, budget)
            if len(ranked) > 1:
                order = sorted(ranked.items(), key=lambda item: item[1])
                text.append(f"Mean rank, over {order[0][1][1]} task × seed pairs that all of these ran: " + ", ".join(f"{n} {r:.2f}" for n, (r, _) in order) + ".\n")
            text.append(quality(runs, mode, budget))
        plots(runs, mode, out)
        text.append(f"![Regret](regret-{mode}.png)\n")
    if "seq" in runs.modes():
        text.append("## Processor time of ask + tell, ms: p50 / p95\n")
        text.append("One thread, whole process (for Attune with its compiler and collector), a fresh process each run.\n")
        text.append(speed(runs))
        speed_plot(runs, out)
        text.append("![Speed](speed.png)\n")
    with open(os.path.join(out, "README.md"), "w") as file:
        file.write("\n".join(text))
    print(os.path.join(out, "README.md"))
