"""HEBO, with its defaults."""

import numpy
import torch
from hebo.design_space.design_space import DesignSpace
from hebo.optimizers.hebo import HEBO

torch.set_num_threads(1)


def description(p):
    if p["kind"] == "categorical":
        return {"name": p["name"], "type": "cat", "categories": p["values"]}
    logarithmic = p["scaling"] == "logarithmic"
    kinds = {"continuous": ("num", "pow"), "integer": ("int", "pow_int")}
    kind = {"name": p["name"], "type": kinds[p["kind"]][logarithmic], "lb": p["min"], "ub": p["max"]}
    return {**kind, "base": 10} if logarithmic else kind


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        numpy.random.seed(seed)
        torch.manual_seed(seed)
        self.kinds = {p["name"]: {"categorical": str, "integer": int, "continuous": float}[p["kind"]] for p in space}
        self.hebo = HEBO(DesignSpace().parse([description(p) for p in space]), scramble_seed=seed)

    def ask(self):
        frame = self.hebo.suggest(n_suggestions=1)
        row = frame.iloc[0]
        return frame, {name: kind(row[name]) for name, kind in self.kinds.items()}

    def tell(self, handle, configuration, value):
        self.hebo.observe(handle, numpy.array([[float("nan") if value is None else value]]))
