#!/usr/bin/env python3
"""Records real training for digits.yaml: trains small neural networks on scikit-learn's digits, and writes digits.csv.

usage: record_digits.py [TRIALS]     default 120; about a minute on one core

One row for each epoch of each trial: its hyperparameters, the epoch, the seconds since training began, the accuracy on
the 30 % of the digits that are held out and the loss on the others. A trial whose weights become infinite fails in
fact. Configurations are a scrambled Sobol sequence, so the same ones are tried each time; seconds, and the last digits
of the metrics, depend on the machine. Needs scikit-learn (1.9.1 was used) and scipy.
"""

import csv
import sys
import time
import warnings
from pathlib import Path

import numpy
from scipy.stats import qmc
from sklearn.datasets import load_digits
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

EPOCHS = 8
COLUMNS = ["learning-rate", "hidden_units", "alpha", "batch_size", "solver"]
RESERVED = ["_epoch", "_seconds", "validation:accuracy", "train:loss", "_failure"]


def main(trials):
    warnings.simplefilter("ignore")
    images, digits = load_digits(return_X_y=True)
    data = train_test_split(images / 16.0, digits, test_size=0.3, random_state=0, stratify=digits)
    points = qmc.Sobol(len(COLUMNS), seed=7).random(trials)
    with open(Path(__file__).with_name("digits.csv"), "w", newline="", encoding="utf-8") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS + RESERVED)
        for point in points:
            table.writerows(train(configuration(point), *data))


def configuration(point):
    return {
        "learning-rate": float(f"{10 ** (-4 + 4 * point[0]):.4g}"),
        "hidden_units": int(4 * 2 ** (5 * point[1])),
        "alpha": float(f"{10 ** (-6 + 6 * point[2]):.4g}"),
        "batch_size": [16, 32, 64, 128][int(4 * point[3])],
        "solver": ["adam", "sgd"][int(2 * point[4])],
    }


def train(values, images, held_out_images, digits, held_out_digits):
    network = MLPClassifier(
        hidden_layer_sizes=(values["hidden_units"],),
        learning_rate_init=values["learning-rate"],
        alpha=values["alpha"],
        batch_size=values["batch_size"],
        solver=values["solver"],
        random_state=0,
    )
    began = time.perf_counter()
    for epoch in range(1, EPOCHS + 1):
        start = [*values.values(), epoch]
        try:
            network.partial_fit(images, digits, classes=numpy.unique(digits))
            accuracy = network.score(held_out_images, held_out_digits)
            loss = log_loss(digits, network.predict_proba(images))
        except ValueError as failure:
            reason = "AlgorithmError: ExecuteUserScriptError: ValueError: " + " ".join(str(failure).split())[:80]
            yield [*start, f"{time.perf_counter() - began:.3f}", "", "", reason + ", exit code: 1"]
            return
        yield [*start, f"{time.perf_counter() - began:.3f}", f"{accuracy:.4f}", f"{loss:.5f}", ""]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
