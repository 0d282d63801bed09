"""Syne Tune's conformal quantile regression, with its defaults: what its class CQR makes, whose module needs torch."""

from syne_tune.optimizer.schedulers.searchers.conformal.conformal_quantile_regression_searcher import (
    ConformalQuantileRegression,
)
from syne_tune.optimizer.schedulers.single_objective_scheduler import SingleObjectiveScheduler

from optimisers import syne_bo


class Optimiser(syne_bo.Optimiser):
    def make(self, space, seed):
        searcher = ConformalQuantileRegression(config_space=space, points_to_evaluate=None, random_seed=seed)
        return SingleObjectiveScheduler(
            config_space=space, metric="loss", do_minimize=True, searcher=searcher, random_seed=seed
        )

    def suggest(self):
        return self.scheduler.suggest()
