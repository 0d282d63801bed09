"""Vizier's default designer (GP-UCB-PE), with its defaults."""

import jax
from vizier import algorithms as vza
from vizier import pyvizier as vz
from vizier._src.algorithms.designers import gp_ucb_pe


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        problem = vz.ProblemStatement()
        self.kinds = {p["name"]: {"categorical": str, "integer": int, "continuous": float}[p["kind"]] for p in space}
        for p in space:
            root = problem.search_space.root
            if p["kind"] == "categorical":
                root.add_categorical_param(p["name"], p["values"])
                continue
            scale = vz.ScaleType.LOG if p["scaling"] == "logarithmic" else vz.ScaleType.LINEAR
            add = root.add_int_param if p["kind"] == "integer" else root.add_float_param
            add(p["name"], p["min"], p["max"], scale_type=scale)
        problem.metric_information.append(vz.MetricInformation("loss", goal=vz.ObjectiveMetricGoal.MINIMIZE))
        self.designer = gp_ucb_pe.VizierGPUCBPEBandit(problem, rng=jax.random.PRNGKey(seed))
        self.active, self.fresh, self.asked = {}, [], 0

    def ask(self):
        self.designer.update(vza.CompletedTrials(self.fresh), vza.ActiveTrials(list(self.active.values())))
        self.fresh = []
        self.asked += 1
        trial = self.designer.suggest(1)[0].to_trial(self.asked)
        self.active[self.asked] = trial
        return trial, {name: kind(trial.parameters[name].value) for name, kind in self.kinds.items()}

    def tell(self, handle, configuration, value):
        del self.active[handle.id]
        if value is None:
            handle.complete(vz.Measurement(), infeasibility_reason="failed")
        else:
            handle.complete(vz.Measurement(metrics={"loss": value}))
        self.fresh.append(handle)
