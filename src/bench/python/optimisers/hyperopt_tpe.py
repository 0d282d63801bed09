"""hyperopt's TPE, with its defaults."""

import math

import numpy
from hyperopt import Trials, base, hp, space_eval, tpe
from hyperopt.pyll import scope


def expression(p):
    name = p["name"]
    if p["kind"] == "categorical":
        return hp.choice(name, p["values"])
    if p["scaling"] == "logarithmic":
        low, high = math.log(p["min"]), math.log(p["max"])
        if p["kind"] == "integer":
            return scope.int(hp.qloguniform(name, low, high, 1))
        return hp.loguniform(name, low, high)
    if p["kind"] == "integer":
        return scope.int(hp.uniformint(name, p["min"], p["max"]))
    return hp.uniform(name, p["min"], p["max"])


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        self.space = {p["name"]: expression(p) for p in space}
        self.whole = {p["name"]: p for p in space if p["kind"] == "integer"}
        self.domain = base.Domain(lambda configuration: 0.0, self.space)
        self.trials = Trials()
        self.random = numpy.random.default_rng(seed)

    def ask(self):
        ids = self.trials.new_trial_ids(1)
        self.trials.refresh()
        documents = tpe.suggest(ids, self.domain, self.trials, int(self.random.integers(2**31 - 1)))
        self.trials.insert_trial_docs(documents)
        self.trials.refresh()
        document = next(d for d in self.trials._dynamic_trials if d["tid"] == ids[0])
        point = {name: values[0] for name, values in document["misc"]["vals"].items() if values}
        configuration = space_eval(self.space, point)
        for name, p in self.whole.items():
            configuration[name] = int(min(max(configuration[name], p["min"]), p["max"]))
        return document, {n: v if isinstance(v, (int, str)) else float(v) for n, v in configuration.items()}

    def tell(self, handle, configuration, value):
        handle["state"] = base.JOB_STATE_DONE if value is not None else base.JOB_STATE_ERROR
        handle["result"] = {"status": "ok", "loss": value} if value is not None else {"status": "fail"}
        self.trials.refresh()
