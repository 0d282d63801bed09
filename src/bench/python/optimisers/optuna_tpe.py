"""Optuna's default sampler."""

import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

optuna.logging.set_verbosity(optuna.logging.ERROR)


def distribution(p):
    if p["kind"] == "categorical":
        return CategoricalDistribution(p["values"])
    kind = IntDistribution if p["kind"] == "integer" else FloatDistribution
    return kind(p["min"], p["max"], log=p["scaling"] == "logarithmic")


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        self.space = {p["name"]: distribution(p) for p in space}
        self.study = optuna.create_study(sampler=self.sampler(seed))

    def sampler(self, seed):
        return optuna.samplers.TPESampler(seed=seed)

    def ask(self):
        trial = self.study.ask(self.space)
        return trial, trial.params

    def add(self, configuration, value):
        self.study.add_trial(optuna.trial.create_trial(params=configuration, distributions=self.space, value=value))

    def tell(self, handle, configuration, value):
        if value is None:
            self.study.tell(handle, state=optuna.trial.TrialState.FAIL)
        else:
            self.study.tell(handle, value)
