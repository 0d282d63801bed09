package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.BayesianSearcher;
import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.search.RandomSearcher;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.search.Searcher;
import dev.attune.training.MetricDefinition;
import dev.attune.training.simulation.TestFunction;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TuningDefinition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What whole tuning jobs find: the search, the loop, the simulated training, and the metric read from its log. A job's name is its seed, so
 * forty names are forty seeds. The limits on the search are the promise of the README; those on random search show how far behind it is.
 */
class RegretTest {
    private static final int SEEDS = 40;

    @Test
    void thirtyTrialsFindBraninsMinimumAndRandomOnesDoNot() {
        var minimum = TestFunction.BRANIN.minimum(2);
        assertThat(medianBest(TestFunction.BRANIN, 2, 30, new BayesianSearcher()) - minimum)
                .isBetween(-1e-6, 0.02);
        assertThat(medianBest(TestFunction.BRANIN, 2, 30, new RandomSearcher()) - minimum)
                .isGreaterThan(0.2);
    }

    @Test
    void sixtyTrialsFindHartmannsMinimumInSixDimensionsAndRandomOnesDoNot() {
        var minimum = TestFunction.HARTMANN6.minimum(6);
        assertThat(medianBest(TestFunction.HARTMANN6, 6, 60, new BayesianSearcher()) - minimum)
                .isBetween(-1e-4, 0.1);
        assertThat(medianBest(TestFunction.HARTMANN6, 6, 60, new RandomSearcher()) - minimum)
                .isGreaterThan(0.7);
    }

    private static double medianBest(TestFunction function, int dimension, int trials, Searcher searcher) {
        var tuner = new ManualTuner(new ClockSettings(Mode.INSTANT, 1), searcher);
        var best = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> best(tuner, "seed-" + seed, definition(function, dimension, trials)))
                .sorted()
                .toArray();
        return (best[SEEDS / 2 - 1] + best[SEEDS / 2]) / 2;
    }

    private static double best(ManualTuner tuner, String name, TuningDefinition definition) {
        tuner.create(name, definition).runUntilDone();
        return Objects.requireNonNull(tuner.describe(name).best().orElseThrow().objective());
    }

    private static TuningDefinition definition(TestFunction function, int dimension, int trials) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(trials, 1, null),
                new SearchSpace(IntStream.range(0, dimension)
                        .mapToObj(i -> parameter(function, i))
                        .toList()),
                Map.of(),
                Jobs.training("attune/" + function.title(), List.of(new MetricDefinition("loss", "loss=(\\S+)"))));
    }

    private static Parameter parameter(TestFunction function, int coordinate) {
        var domain = function.domain(coordinate);
        return new Parameter.Continuous("x" + (coordinate + 1), domain.low(), domain.high(), Scaling.LINEAR);
    }
}
