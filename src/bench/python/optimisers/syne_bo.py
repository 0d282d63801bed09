"""Syne Tune's Bayesian optimisation (the Gaussian process of SageMaker's authors), with its defaults."""

import logging

from syne_tune.config_space import choice, lograndint, loguniform, randint, uniform

logging.disable(logging.WARNING)


def domain(p):
    if p["kind"] == "categorical":
        return choice(p["values"])
    logarithmic = p["scaling"] == "logarithmic"
    if p["kind"] == "integer":
        return (lograndint if logarithmic else randint)(p["min"], p["max"])
    return (loguniform if logarithmic else uniform)(p["min"], p["max"])


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        self.scheduler = self.make({p["name"]: domain(p) for p in space}, seed)
        self.asked = 0

    def make(self, space, seed):
        from syne_tune.optimizer.legacy_baselines import BayesianOptimization

        return BayesianOptimization(space, metric="loss", mode="min", random_seed=seed, search_options={"debug_log": False})

    def ask(self):
        import datetime

        from syne_tune.backend.trial_status import Trial

        suggestion = self.suggest()
        trial = Trial(trial_id=self.asked, config=suggestion.config, creation_time=datetime.datetime.now())
        self.asked += 1
        self.scheduler.on_trial_add(trial)
        return trial, {n: v.item() if hasattr(v, "item") else v for n, v in suggestion.config.items()}

    def suggest(self):
        return self.scheduler.suggest(self.asked)

    def tell(self, handle, configuration, value):
        if value is None:
            self.scheduler.on_trial_error(handle)
        else:
            self.scheduler.on_trial_complete(handle, {"loss": value})
