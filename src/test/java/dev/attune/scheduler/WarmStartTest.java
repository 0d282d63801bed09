package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.BayesianSearcher;
import dev.attune.search.Configuration;
import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.search.Phase;
import dev.attune.search.RandomSearcher;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import dev.attune.training.simulation.TestFunction;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.OverallBest;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.WarmStart;
import dev.attune.tuning.WarmStart.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a tuning job makes of what earlier ones found out. A job's name is its seed; the least value of hartmann6 is -3.322. */
class WarmStartTest {
    private static final int SEEDS = 10;

    private final ManualTuner tuner = new ManualTuner(new ClockSettings(Mode.INSTANT, 1), new BayesianSearcher());

    private static TuningDefinition hartmann(int trials, @Nullable WarmStart warmStart) {
        var parameters = IntStream.range(0, 6)
                .mapToObj(i -> (Parameter) new Parameter.Continuous("x" + (i + 1), 0, 1, Scaling.LINEAR))
                .toList();
        return definition(TestFunction.HARTMANN6.title(), trials, parameters, warmStart);
    }

    private static TuningDefinition definition(
            String function, int trials, List<Parameter> parameters, @Nullable WarmStart warmStart) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(trials, 1, null),
                new SearchSpace(parameters),
                Map.of(),
                Jobs.training("attune/" + function, List.of(new MetricDefinition("loss", "loss=(\\S+)"))),
                null,
                null,
                null,
                warmStart,
                null);
    }

    private double best(String name, TuningDefinition definition) {
        tuner.create(name, definition).runUntilDone();
        return Objects.requireNonNull(tuner.describe(name).best().orElseThrow().objective());
    }

    private double medianOfChildren(Kind kind) {
        return median(IntStream.range(0, SEEDS)
                .mapToDouble(seed -> {
                    var parent = "parent-" + kind + seed;
                    best(parent, hartmann(30, null));
                    return best("child-" + kind + seed, hartmann(10, new WarmStart(kind, List.of(parent))));
                })
                .toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    @Test
    void tenTrialsFindMoreWithAParentThanWithout() {
        var alone = median(IntStream.range(0, SEEDS)
                .mapToDouble(seed -> best("alone-" + seed, hartmann(10, null)))
                .toArray());

        assertThat(alone).isGreaterThan(-2);
        assertThat(medianOfChildren(Kind.IDENTICAL_DATA_AND_ALGORITHM)).isLessThan(-3.3);
        assertThat(medianOfChildren(Kind.TRANSFER_LEARNING)).isLessThan(-3.2);
    }

    @Test
    void aModelSpeaksFromTheFirstTrialOnWhereTheDataAreTheSame() {
        best("parent", Jobs.branin(10, 2));
        best("child", branin(5, Kind.IDENTICAL_DATA_AND_ALGORITHM));

        assertThat(tuner.describe("child").trials())
                .extracting(trial -> trial.proposal().phase())
                .isSubsetOf(Phase.BAYESIAN, Phase.POLISHING);
        assertThat(configurations("child")).doesNotContainAnyElementsOf(configurations("parent"));
    }

    @Test
    void theBestOfAParentWithOtherDataIsTriedFirst() {
        best("parent", Jobs.branin(20, 2));
        best("child", branin(5, Kind.TRANSFER_LEARNING));

        var first = tuner.describe("child").trials().get(0);
        assertThat(first.configuration())
                .isEqualTo(tuner.describe("parent").best().orElseThrow().configuration());
        assertThat(first.proposal().phase()).isEqualTo(Phase.INITIAL);
    }

    @Test
    void nothingThatBecomesOfAParentChangesTheHistory() {
        best("parent", Jobs.branin(10, 2));
        tuner.create("child", branin(8, Kind.IDENTICAL_DATA_AND_ALGORITHM));
        tuner.jobs().delete(Jobs.SCOPE, "parent");
        tuner.restart();
        tuner.runUntilDone();

        var again = new ManualTuner(new ClockSettings(Mode.SCALED, 600), new BayesianSearcher());
        again.create("parent", Jobs.branin(10, 2)).runUntilDone();
        again.create("child", branin(8, Kind.IDENTICAL_DATA_AND_ALGORITHM)).runUntilDone();
        assertThat(tuner.history("child")).isEqualTo(again.history("child"));
    }

    @Test
    void theBestOfAllIsTheParentsUntilTheChildHasABetterOne() {
        best("parent", Jobs.branin(30, 2));
        tuner.create("child", branin(1, Kind.IDENTICAL_DATA_AND_ALGORITHM));
        var parents = tuner.describe("parent").best().orElseThrow();

        assertThat(tuner.jobs().overallBest(tuner.describe("child")))
                .hasValue(new OverallBest("parent", null, parents));
        tuner.jobs().delete(Jobs.SCOPE, "parent");
        assertThat(tuner.jobs().overallBest(tuner.describe("child")))
                .hasValue(new OverallBest("parent", null, parents));

        best("poor", Jobs.branin(1, 1));
        best("good", with(Jobs.branin(20, 1), new WarmStart(Kind.IDENTICAL_DATA_AND_ALGORITHM, List.of("poor"))));
        assertThat(tuner.jobs()
                        .overallBest(tuner.describe("good"))
                        .orElseThrow()
                        .tuningJob())
                .isEqualTo("good");
    }

    @Test
    void thereIsABestOfAllOnlyWhereTheDataAreTheSame() {
        best("parent", Jobs.branin(4, 2));
        best("child", branin(4, Kind.TRANSFER_LEARNING));

        assertThat(tuner.jobs().overallBest(tuner.describe("child"))).isEmpty();
        assertThat(tuner.jobs().overallBest(tuner.describe("parent"))).isEmpty();
    }

    @Test
    void whatAParentTriedIsTriedAgainOnlyWhereNothingElseIsLeft() {
        var table = List.<Parameter>of(
                new Parameter.Whole("x1", -1, 1, Scaling.LINEAR), new Parameter.Whole("x2", 0, 1, Scaling.LINEAR));
        for (var searcher : List.of(new BayesianSearcher(), new RandomSearcher())) {
            var tuner = new ManualTuner(new ClockSettings(Mode.INSTANT, 1), searcher);
            var parent = new WarmStart(Kind.IDENTICAL_DATA_AND_ALGORITHM, List.of("parent"));
            tuner.create("parent", definition("branin", 4, table, null)).runUntilDone();
            tuner.create("child", definition("branin", 6, table, parent)).runUntilDone();

            var child = tuner.describe("child").trials();
            assertThat(child)
                    .extracting(Trial::configuration)
                    .doesNotHaveDuplicates()
                    .hasSize(6);
            assertThat(child.subList(0, 2))
                    .extracting(Trial::configuration)
                    .doesNotContainAnyElementsOf(tuner.describe("parent").trials().stream()
                            .map(Trial::configuration)
                            .toList());
        }
    }

    private List<Configuration> configurations(String name) {
        return tuner.describe(name).trials().stream().map(Trial::configuration).toList();
    }

    private static TuningDefinition branin(int trials, Kind kind) {
        return with(Jobs.branin(trials, 1), new WarmStart(kind, List.of("parent")));
    }

    private static TuningDefinition with(TuningDefinition definition, WarmStart warmStart) {
        return new TuningDefinition(
                definition.strategy(),
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                definition.training(),
                null,
                null,
                null,
                warmStart,
                null);
    }
}
