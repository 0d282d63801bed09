"""Ax with its default generation strategy (Sobol, then BoTorch)."""

import logging

import torch
from ax.api.client import Client
from ax.api.configs import ChoiceParameterConfig, RangeParameterConfig

torch.set_num_threads(1)
logging.disable(logging.WARNING)


def parameter(p):
    if p["kind"] == "categorical":
        return ChoiceParameterConfig(name=p["name"], values=p["values"], parameter_type="str", is_ordered=False)
    return RangeParameterConfig(
        name=p["name"],
        bounds=(p["min"], p["max"]),
        parameter_type="int" if p["kind"] == "integer" else "float",
        scaling="log" if p["scaling"] == "logarithmic" else "linear",
    )


class Optimiser:
    def __init__(self, space, seed, noisy, trials):
        self.client = Client(random_seed=seed)
        self.client.configure_experiment(parameters=[parameter(p) for p in space])
        self.client.configure_optimization(objective="-loss")

    def ask(self):
        [(index, configuration)] = self.client.get_next_trials(max_trials=1).items()
        return index, configuration

    def tell(self, handle, configuration, value):
        if value is None:
            self.client.mark_trial_failed(handle)
        else:
            self.client.complete_trial(handle, raw_data={"loss": value})
