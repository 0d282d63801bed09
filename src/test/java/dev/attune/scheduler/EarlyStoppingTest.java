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
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import dev.attune.training.simulation.TestFunction;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.Limits;
import dev.attune.tuning.MedianRule;
import dev.attune.tuning.Objective;
import dev.attune.tuning.RungRule;
import dev.attune.tuning.StoppingRule;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole tuning jobs whose training jobs are stopped for their values. The images train twenty epochs. */
class EarlyStoppingTest {
    private static final JobKey KEY = new JobKey(Jobs.SCOPE, "churn");
    private static final RungRule HYPERBAND = new RungRule(1, 20);

    static Stream<Arguments> rulesAndParallels() {
        return Stream.of(1, 4, 10)
                .flatMap(parallel -> Stream.of(new MedianRule(3), HYPERBAND, new RungRule(2, 11))
                        .map(rule -> Arguments.of(rule, parallel)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndParallels")
    void allTheWaysForTimeToPassGiveTheSameHistory(StoppingRule rule, int parallel) {
        var definition = branin(24, parallel, rule);
        var expected = undisturbed(definition, new BayesianSearcher());

        for (var mode : Mode.values()) {
            var tuner =
                    new ManualTuner(new ClockSettings(mode, 600), new BayesianSearcher()).create("churn", definition);

            tickIrregularly(tuner, new Random(parallel));

            assertThat(tuner.history("churn")).as("%s", mode).isEqualTo(expected);
        }
        assertThat(expected.status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(expected.entries()).anyMatch(trial -> trial.verdict() != null);
    }

    @ParameterizedTest
    @MethodSource("rulesAndParallels")
    void aCrashBeforeOrAfterAnySaveChangesNothing(StoppingRule rule, int parallel) {
        var definition = branin(12, parallel, rule);
        var expected = undisturbed(definition, new RandomSearcher());
        for (int n = 1; n <= 24; n++) {
            for (var fault : List.of(FaultyStore.Fault.crashBefore(n), FaultyStore.Fault.crashAfter(n))) {
                var tuner = tuner(Mode.INSTANT, new RandomSearcher()).create("churn", definition);
                tuner.store().set(fault);
                crash(tuner);

                tuner.restart();
                tuner.runUntilDone();

                assertThat(tuner.history("churn")).as("save %s", n).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rulesAndParallels")
    void twoNodesThatTakeTurnsChangeNothing(StoppingRule rule, int parallel) {
        var definition = branin(12, parallel, rule);
        var tuner = tuner(Mode.INSTANT, new RandomSearcher()).create("churn", definition);
        var nodes = List.of(tuner.anotherLoop(), tuner.anotherLoop());

        for (int turn = 0; !tuner.store().active().isEmpty(); turn++) {
            var steps = new int[] {1 + turn % 5};
            nodes.get(turn % 2).run(KEY, () -> steps[0]-- == 0);
        }

        assertThat(tuner.history("churn")).isEqualTo(undisturbed(definition, new RandomSearcher()));
    }

    @Test
    void aTrialIsStoppedAtTheInstantOfTheReadingThatCondemnsIt() {
        var tuner = tuner(Mode.SCALED, new RandomSearcher()).create("churn", branin(20, 4, new MedianRule(3)));

        tuner.runUntilDone();

        assertThat(stopped(tuner.describe("churn"))).isNotEmpty().allSatisfy(trial -> {
            var verdict = Objects.requireNonNull(trial.verdict());
            var report = tuner.store().report(KEY, trial.number()).orElseThrow();
            var last = report.metrics().get(report.metrics().size() - 1);
            assertThat(trial.status()).isEqualTo(TrainingStatus.STOPPED);
            assertThat(trial.stopRequestedAt()).isEqualTo(last.at());
            assertThat(trial.objective()).isEqualTo(last.value()).isEqualTo(verdict.value());
            assertThat(verdict.epoch()).isEqualTo(last.epoch()).isLessThan(20);
            assertThat(report.transitions())
                    .extracting(Transition::status)
                    .containsExactly("Starting", "Downloading", "Training", "Stopping", "Stopped");
        });
    }

    @Test
    void aTrainingThatGoesOnBeyondTheGreatestResourceIsStoppedThere() {
        var tuner = tuner(Mode.INSTANT, new RandomSearcher()).create("churn", branin(30, 5, new RungRule(1, 7)));

        tuner.runUntilDone();

        assertThat(tuner.describe("churn").counts().stopped()).isEqualTo(30);
        assertThat(epochs(tuner)).contains(1, 3, 7).allMatch(epoch -> epoch <= 7);
    }

    @Test
    void aTrainingThatEndsAtTheGreatestResourceIsLeftToEnd() {
        var tuner = tuner(Mode.INSTANT, new RandomSearcher()).create("churn", branin(30, 5, HYPERBAND));

        tuner.runUntilDone();

        var counts = tuner.describe("churn").counts();
        assertThat(counts.completed()).isPositive();
        assertThat(counts.stopped()).isGreaterThan(counts.completed());
        assertThat(epochs(tuner)).containsOnly(1, 3, 9, 20);
    }

    @Test
    void whatWasReadShowsThoughNoTrialHasChanged() {
        var tuner = tuner(Mode.MANUAL, new RandomSearcher()).create("churn", branin(4, 4, MedianRule.AUTO));
        tuner.tick(Duration.ofMinutes(4));
        var now = tuner.describe("churn").now();
        var shown = tuner.describe("churn").trials().stream()
                .map(trial -> tuner.jobs()
                        .launched()
                        .find(Jobs.SCOPE, trial.trainingJobName())
                        .report()
                        .metrics())
                .toList();

        tuner.runUntilDone();

        var written = tuner.describe("churn").trials().stream()
                .map(trial -> tuner.store().report(KEY, trial.number()).orElseThrow().metrics().stream()
                        .filter(reading -> !reading.at().isAfter(now))
                        .toList())
                .toList();
        assertThat(shown).isEqualTo(written).allMatch(readings -> !readings.isEmpty());
    }

    @Test
    void readingsAloneAreNotSavedOneByOne() {
        var watched = tuner(Mode.INSTANT, new RandomSearcher()).create("churn", branin(100, 10, MedianRule.AUTO));
        watched.runUntilDone();

        // A launch, an end, and for those that are stopped the request.
        assertThat(watched.store().saves()).isLessThan(300);
    }

    @Test
    void aJobWithoutARuleReadsNothing() {
        var tuner = tuner(Mode.INSTANT, new RandomSearcher()).create("churn", branin(10, 2, null));

        tuner.runUntilDone();

        assertThat(tuner.describe("churn").trials())
                .allMatch(trial -> trial.curve().isEmpty() && trial.verdict() == null);
    }

    @Test
    void theMedianRuleSavesAQuarterOfRandomSearchsTimeOnBraninAndLosesNothing() {
        var whole = runs(TestFunction.BRANIN, 60, new RandomSearcher(), null);
        var stopped = runs(TestFunction.BRANIN, 60, new RandomSearcher(), MedianRule.AUTO);

        assertThat(sum(stopped, EarlyStoppingTest::time)).isLessThan(0.75 * sum(whole, EarlyStoppingTest::time));
        assertThat(stopped.stream().map(EarlyStoppingTest::best).toList())
                .isEqualTo(whole.stream().map(EarlyStoppingTest::best).toList());
    }

    @Test
    void theMedianRuleSavesTimeInABayesianSearchAndLosesLittle() {
        var whole = runs(TestFunction.BRANIN, 30, new BayesianSearcher(), null);
        var stopped = runs(TestFunction.BRANIN, 30, new BayesianSearcher(), MedianRule.AUTO);

        assertThat(sum(stopped, EarlyStoppingTest::time)).isLessThan(sum(whole, EarlyStoppingTest::time));
        assertThat(sum(stopped, EarlyStoppingTest::best) - sum(whole, EarlyStoppingTest::best))
                .isLessThan(0.01 * whole.size());
        assertThat(sum(stopped, EarlyStoppingTest::best) / stopped.size()).isLessThan(0.3979 + 0.02);
    }

    @Test
    void hyperbandTriesTwiceAsMuchOnHartmannInTheSameTimeAndFindsMore() {
        var random = runs(TestFunction.HARTMANN6, 30, new RandomSearcher(), null);
        var hyperband = runs(TestFunction.HARTMANN6, 60, new RandomSearcher(), HYPERBAND);

        assertThat(sum(hyperband, EarlyStoppingTest::time)).isLessThan(1.1 * sum(random, EarlyStoppingTest::time));
        assertThat(sum(hyperband, EarlyStoppingTest::best)).isLessThan(sum(random, EarlyStoppingTest::best));
    }

    private static History undisturbed(TuningDefinition definition, Searcher searcher) {
        var tuner = tuner(Mode.INSTANT, searcher).create("churn", definition);
        tuner.runUntilDone();
        return tuner.history("churn");
    }

    private static ManualTuner tuner(Mode mode, Searcher searcher) {
        return new ManualTuner(new ClockSettings(mode, 600), searcher);
    }

    private static void tickIrregularly(ManualTuner tuner, Random random) {
        var rate = tuner.clock().settings().mode() == Mode.SCALED ? 600 : 1;
        while (!tuner.store().active().isEmpty()) {
            var millis = StrictMath.exp(random.nextDouble() * 16) / rate;
            tuner.tick(Duration.ofMillis((long) millis + 1));
        }
    }

    private static void crash(ManualTuner tuner) {
        try {
            tuner.runUntilDone();
        } catch (FaultyStore.Crash e) {
            // As it should, unless there are not so many saves.
        } finally {
            tuner.store().set(FaultyStore.Fault.NONE);
        }
    }

    private static List<Trial> stopped(TuningJobSnapshot snapshot) {
        return snapshot.trials().stream()
                .filter(trial -> trial.verdict() != null)
                .toList();
    }

    /** How many epochs each trial trained. */
    private static List<Integer> epochs(ManualTuner tuner) {
        return tuner.describe("churn").trials().stream()
                .map(trial -> tuner.store().report(KEY, trial.number()).orElseThrow())
                .map(report -> report.metrics().stream()
                        .map(MetricReading::epoch)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(0))
                .toList();
    }

    /** Ten jobs, each with a seed of its own. */
    private static List<TuningJobSnapshot> runs(
            TestFunction function, int trials, Searcher searcher, @Nullable StoppingRule rule) {
        var tuner = tuner(Mode.INSTANT, searcher);
        var definition = definition(function, trials, 1, rule);
        return IntStream.range(0, 10)
                .mapToObj(seed -> {
                    tuner.create("seed-" + seed, definition).runUntilDone();
                    return tuner.describe("seed-" + seed);
                })
                .toList();
    }

    private static double time(TuningJobSnapshot snapshot) {
        return snapshot.finishedComputeTime().toSeconds();
    }

    private static double best(TuningJobSnapshot snapshot) {
        return Objects.requireNonNull(snapshot.best().orElseThrow().objective());
    }

    private static double sum(List<TuningJobSnapshot> runs, ToDoubleFunction<TuningJobSnapshot> what) {
        return runs.stream().mapToDouble(what).sum();
    }

    private static TuningDefinition branin(int trials, int parallel, @Nullable StoppingRule rule) {
        return definition(TestFunction.BRANIN, trials, parallel, rule);
    }

    private static TuningDefinition definition(
            TestFunction function, int trials, int parallel, @Nullable StoppingRule rule) {
        var plain = new TuningDefinition(
                Strategy.RANDOM,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(trials, parallel, null),
                space(function),
                Map.of(),
                Jobs.training("attune/" + function.title(), List.of(new MetricDefinition("loss", "loss=(\\S+)")), 20));
        return Jobs.stopping(plain, plain.strategy(), rule);
    }

    private static SearchSpace space(TestFunction function) {
        return new SearchSpace(IntStream.range(0, function.dimension().orElseThrow())
                .mapToObj(i -> {
                    var domain = function.domain(i);
                    return (Parameter)
                            new Parameter.Continuous("x" + (i + 1), domain.low(), domain.high(), Scaling.LINEAR);
                })
                .toList());
    }
}
