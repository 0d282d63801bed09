"""Optuna's Gaussian process, with its defaults."""

import optuna

from optimisers import optuna_tpe


class Optimiser(optuna_tpe.Optimiser):
    def sampler(self, seed):
        return optuna.samplers.GPSampler(seed=seed)
