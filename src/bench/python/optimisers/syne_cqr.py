"""Syne Tune's conformal quantile regression, with its defaults."""

from optimisers import syne_bo


class Optimiser(syne_bo.Optimiser):
    def make(self, space, seed):
        from syne_tune.optimizer.baselines import CQR

        return CQR(space, metric="loss", do_minimize=True, random_seed=seed)

    def suggest(self):
        return self.scheduler.suggest()
