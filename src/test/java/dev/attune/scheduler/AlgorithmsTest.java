package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.BayesianSearcher;
import dev.attune.search.Configuration;
import dev.attune.search.Goal;
import dev.attune.search.GridSearcher;
import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.search.Searcher;
import dev.attune.training.MetricDefinition;
import dev.attune.tuning.Algorithm;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tuning job of several algorithms. */
class AlgorithmsTest {
    private static final Algorithm BRANIN = algorithm(
            "branin",
            "loss",
            new Parameter.Continuous("x1", -5, 10, Scaling.LINEAR),
            new Parameter.Continuous("x2", 0, 15, Scaling.LINEAR));
    private static final Algorithm ACKLEY =
            algorithm("ackley", "error", new Parameter.Continuous("x1", -5, 5, Scaling.LINEAR));
    private static final Algorithm LEVY =
            algorithm("levy", "loss", new Parameter.Continuous("x1", -5, 5, Scaling.LINEAR));
    private static final Algorithm TABLE =
            algorithm("ackley", "loss", new Parameter.Categorical("x1", List.of("1", "2")));

    private static Algorithm algorithm(String function, String metric, Parameter... parameters) {
        return new Algorithm(
                function,
                new Objective(Goal.MINIMIZE, metric),
                new SearchSpace(List.of(parameters)),
                Map.of(),
                Jobs.training("attune/" + function, List.of(new MetricDefinition(metric, metric + "=(\\S+)"))));
    }

    private static TuningDefinition definition(Strategy strategy, int trials, int parallel, Algorithm... algorithms) {
        return new TuningDefinition(
                strategy, new Limits(trials, parallel, null), List.of(algorithms), null, null, null, null, null);
    }

    private static ManualTuner run(Searcher searcher, TuningDefinition definition) {
        var tuner = new ManualTuner(new ClockSettings(Mode.INSTANT, 1), searcher).create("churn", definition);
        tuner.runUntilDone();
        assertThat(tuner.describe("churn").job().status()).isEqualTo(TuningStatus.COMPLETED);
        return tuner;
    }

    @Test
    void algorithmsTakeTurnsEachInItsOwnSpace() {
        var trials = run(new BayesianSearcher(), definition(Strategy.BAYESIAN, 9, 2, BRANIN, ACKLEY))
                .describe("churn")
                .trials();

        assertThat(trials).extracting(Trial::algorithm).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0);
        assertThat(trials).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(trials)
                .allSatisfy(trial -> assertThat(trial.configuration().values().keySet())
                        .isEqualTo(trial.algorithm() == 0 ? Set.of("x1", "x2") : Set.of("x1")));
        assertThat(trials).allMatch(trial -> trial.objective() != null);
    }

    @Test
    void theBestIsTheBestOfAll() {
        var snapshot = run(new BayesianSearcher(), definition(Strategy.BAYESIAN, 20, 2, BRANIN, ACKLEY))
                .describe("churn");

        var best = snapshot.best().orElseThrow();

        assertThat(best.algorithm()).isEqualTo(1); // Ackley's least value is 0, Branin's 0.4
        assertThat(snapshot.trials())
                .allSatisfy(trial -> assertThat(best.objective()).isLessThanOrEqualTo(trial.objective()));
    }

    @Test
    void allTheWaysForTimeToPassGiveTheSameHistory() {
        var definition = definition(Strategy.BAYESIAN, 16, 3, BRANIN, ACKLEY);
        var expected = run(new BayesianSearcher(), definition).history("churn");

        for (var mode : Mode.values()) {
            var tuner = new ManualTuner(new ClockSettings(mode, 600), new BayesianSearcher());
            tuner.create("churn", definition).runUntilDone();

            assertThat(tuner.history("churn")).as("%s", mode).isEqualTo(expected);
        }
    }

    @Test
    void anAlgorithmSearchesAsIfItWereAlone() {
        var one = run(new BayesianSearcher(), definition(Strategy.BAYESIAN, 16, 1, BRANIN, ACKLEY));
        var other = run(new BayesianSearcher(), definition(Strategy.BAYESIAN, 24, 1, ACKLEY, LEVY, BRANIN));

        assertThat(configurations(one, 0)).isEqualTo(configurations(other, 2));
    }

    private static List<Configuration> configurations(ManualTuner tuner, int algorithm) {
        return tuner.describe("churn").trials().stream()
                .filter(trial -> trial.algorithm() == algorithm)
                .map(Trial::configuration)
                .toList();
    }

    @Test
    void whatAnExhaustedAlgorithmLeavesGoesToTheOthers() {
        var tuner = run(new BayesianSearcher(), definition(Strategy.BAYESIAN, 9, 2, TABLE, BRANIN));

        assertThat(tuner.describe("churn").trials())
                .extracting(Trial::algorithm)
                .containsExactly(0, 1, 0, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void aGridTriesEveryCombinationOfEachAlgorithm() {
        var other = algorithm("branin", "loss", new Parameter.Categorical("x1", List.of("1", "2", "3")));

        var trials = run(new GridSearcher(), definition(Strategy.GRID, 5, 2, TABLE, other))
                .describe("churn")
                .trials();

        assertThat(trials)
                .extracting(trial ->
                        trial.algorithm() + trial.configuration().values().get("x1"))
                .containsExactly("01", "11", "02", "12", "13");
    }
}
