"""Uniform in the scaled space."""

import math
import random


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        self.space, self.random = space, random.Random(seed)

    def ask(self):
        return None, {p["name"]: self.draw(p) for p in self.space}

    def draw(self, p):
        if p["kind"] == "categorical":
            return self.random.choice(p["values"])
        whole = p["kind"] == "integer"
        low, high = (p["min"] - 0.5, p["max"] + 0.5) if whole else (p["min"], p["max"])
        if p["scaling"] == "logarithmic":
            value = math.exp(self.random.uniform(math.log(low), math.log(high)))
        else:
            value = self.random.uniform(low, high)
        return min(max(round(value), p["min"]), p["max"]) if whole else min(max(value, low), high)

    def tell(self, handle, configuration, value):
        pass
