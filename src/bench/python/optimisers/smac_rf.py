"""SMAC3's facade for hyperparameters (random forest), with its defaults."""

import tempfile

from ConfigSpace import Categorical, ConfigurationSpace, Float, Integer
from smac import HyperparameterOptimizationFacade as Facade
from smac import Scenario
from smac.runhistory.dataclasses import TrialValue
from smac.runhistory.enumerations import StatusType


def hyperparameter(p):
    if p["kind"] == "categorical":
        return Categorical(p["name"], p["values"])
    kind = Integer if p["kind"] == "integer" else Float
    return kind(p["name"], (p["min"], p["max"]), log=p["scaling"] == "logarithmic")


class Optimiser:
    facade = Facade

    def __init__(self, space, seed, noisy, trials):
        self.kinds = {p["name"]: {"categorical": str, "integer": int, "continuous": float}[p["kind"]] for p in space}
        configurations = ConfigurationSpace(seed=seed)
        configurations.add([hyperparameter(p) for p in space])
        self.directory = tempfile.TemporaryDirectory()
        scenario = Scenario(
            configurations, n_trials=trials, seed=seed, deterministic=not noisy, output_directory=self.directory.name
        )
        intensifier = self.facade.get_intensifier(scenario, max_config_calls=1)
        self.smac = self.facade(
            scenario, lambda config, seed=0: 0.0, intensifier=intensifier, overwrite=True, logging_level=40
        )

    def ask(self):
        info = self.smac.ask()
        return info, {name: kind(info.config[name]) for name, kind in self.kinds.items()}

    def tell(self, handle, configuration, value):
        if value is None:
            self.smac.tell(handle, TrialValue(cost=float("inf"), status=StatusType.CRASHED))
        else:
            self.smac.tell(handle, TrialValue(cost=value))
