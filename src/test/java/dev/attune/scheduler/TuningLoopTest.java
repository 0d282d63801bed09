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
import dev.attune.training.TrainingStatus;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuningLoopTest {
    private static final JobKey KEY = new JobKey(Jobs.SCOPE, "churn");

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void allTheWaysForTimeToPassGiveTheSameHistory(int parallel) {
        var definition = Jobs.branin(18, parallel);
        var expected = undisturbed(definition, new BayesianSearcher());

        for (var mode : Mode.values()) {
            var tuner =
                    new ManualTuner(new ClockSettings(mode, 600), new BayesianSearcher()).create("churn", definition);

            tickIrregularly(tuner, new Random(parallel));

            assertThat(tuner.history("churn")).as("%s", mode).isEqualTo(expected);
        }
        assertThat(expected.status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(expected.entries()).hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void neverRunsOrLaunchesMoreThanAllowed(int parallel) {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(30, parallel));

        tuner.runUntilDone();

        var snapshot = tuner.describe("churn");
        Invariants.checkAlone(snapshot);
        assertThat(Invariants.mostAtOnce(snapshot.trials())).isEqualTo(parallel);
        assertThat(snapshot.trials()).hasSize(30);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sleepsAsLongAsTheLoopSays(Mode mode) {
        var definition = Jobs.branin(12, 3);
        var tuner = ManualTuner.in(mode).create("churn", definition);

        tuner.runUntilDone();

        assertThat(tuner.history("churn")).isEqualTo(undisturbed(definition, new RandomSearcher()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aCrashBeforeOrAfterAnySaveChangesNothing(int parallel) {
        var definition = Jobs.branin(12, parallel);
        var expected = undisturbed(definition, new BayesianSearcher());
        var tried = 0;
        for (int n = 1; tried >= 0; n++) {
            for (var fault : List.of(FaultyStore.Fault.crashBefore(n), FaultyStore.Fault.crashAfter(n))) {
                var tuner = new ManualTuner(new ClockSettings(Mode.INSTANT, 600), new BayesianSearcher())
                        .create("churn", definition);
                tuner.store().set(fault);
                tried = crashes(tuner) ? tried + 1 : -1;

                tuner.restart();
                tuner.runUntilDone();

                assertThat(tuner.history("churn")).as("save %s", n).isEqualTo(expected);
            }
            if (tried < 0) {
                assertThat(n).isGreaterThan(12);
            }
        }
    }

    @Test
    void aCrashAtEverySaveStillComesToTheEnd() {
        var definition = Jobs.branin(10, 3);
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", definition);

        var crashes = 0;
        do {
            tuner.restart();
            tuner.store().set(FaultyStore.Fault.crashAfter(1));
            crashes++;
        } while (crashes(tuner));

        assertThat(crashes).isGreaterThan(10);
        assertThat(tuner.history("churn")).isEqualTo(undisturbed(definition, new RandomSearcher()));
    }

    @Test
    void aStepThatAnotherNodeDidFirstIsDropped() {
        var definition = Jobs.branin(12, 4);
        for (int n = 1; n <= 12; n++) {
            var tuner = ManualTuner.in(Mode.INSTANT).create("churn", definition);
            var other = tuner.anotherLoop();
            tuner.store().set(meanwhile(n, () -> {
                var once = new AtomicBoolean();
                other.run(KEY, () -> once.getAndSet(true));
            }));

            tuner.runUntilDone();

            assertThat(tuner.history("churn"))
                    .as("save %s", n)
                    .isEqualTo(undisturbed(definition, new RandomSearcher()));
        }
    }

    @Test
    void twoNodesThatTakeTurnsChangeNothing() {
        var definition = Jobs.branin(12, 4);
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", definition);
        var nodes = List.of(tuner.anotherLoop(), tuner.anotherLoop());

        for (int turn = 0; !tuner.store().active().isEmpty(); turn++) {
            var steps = new int[] {1 + turn % 3};
            nodes.get(turn % 2).run(KEY, () -> steps[0]-- == 0);
        }

        assertThat(tuner.history("churn")).isEqualTo(undisturbed(definition, new RandomSearcher()));
    }

    @Test
    void aJobThatRanAheadOfTheClockGoesOnFromItsLastStepWhenTheClockIsSetGoing() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(12, 1));
        var steps = new int[] {5};
        tuner.anotherLoop().run(KEY, () -> steps[0]-- == 0);
        var ahead = tuner.describe("churn");

        tuner.clock().set(new ClockSettings(Mode.MANUAL, 600));
        var running = ahead.trials().get(ahead.trials().size() - 1);
        tuner.tick(Duration.between(ahead.job().updatedAt(), running.nextChange()));

        assertThat(tuner.describe("churn").job().updatedAt()).isEqualTo(running.nextChange());
        assertThat(tuner.describe("churn").now()).isEqualTo(running.nextChange());
    }

    @Test
    void aJobThatIsInterruptedIsDueAtOnce() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(12, 4));

        assertThat(tuner.anotherLoop().run(KEY, () -> true)).hasValue(Duration.ZERO);
        assertThat(tuner.describe("churn").trials()).isEmpty();
    }

    @Test
    void aJobThatIsGoneOrHasEndedIsNeverDue() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(1, 1));
        tuner.runUntilDone();

        assertThat(tuner.anotherLoop().run(KEY, () -> false)).isEmpty();
        assertThat(tuner.anotherLoop().run(new JobKey(Jobs.SCOPE, "nobody"), () -> false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 299, 600, 1111, 2400})
    void aStoppedJobIsStoppingThenStopped(int second) {
        var tuner = ManualTuner.in(Mode.MANUAL).create("churn", Jobs.branin(200, 4));
        tuner.tick(Duration.ofSeconds(second));
        var before = tuner.describe("churn");

        tuner.stop("churn");

        var stopping = tuner.describe("churn");
        assertThat(stopping.job().status()).isEqualTo(TuningStatus.STOPPING);
        tuner.runDue();
        assertThat(tuner.describe("churn").trials())
                .filteredOn(trial -> !trial.ended())
                .hasSize(4)
                .allMatch(trial -> trial.status() == TrainingStatus.STOPPING && trial.stopRequestedAt() != null);

        tuner.runUntilDone();

        var stopped = tuner.describe("churn");
        assertThat(stopped.job().status()).isEqualTo(TuningStatus.STOPPED);
        assertThat(stopped.trials()).hasSameSizeAs(before.trials()).allMatch(Trial::ended);
        assertThat(stopped.trials().stream().filter(trial -> trial.stopRequestedAt() == null))
                .containsExactlyElementsOf(
                        before.trials().stream().filter(Trial::ended).toList());
        assertThat(stopped.job().endedAt())
                .isEqualTo(stopped.trials().stream()
                        .map(Trial::endedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    @Test
    void aJobThatIsStoppedBeforeItsFirstStepLaunchesNothing() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(4, 2));

        tuner.stop("churn");
        tuner.runUntilDone();

        assertThat(tuner.describe("churn").job().status()).isEqualTo(TuningStatus.STOPPED);
        assertThat(tuner.describe("churn").trials()).isEmpty();
    }

    @Test
    void aStopThatComesBetweenAStepAndItsSaveIsKept() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(20, 4));
        tuner.store().set(meanwhile(6, () -> tuner.stop("churn")));

        tuner.runUntilDone();

        var stopped = tuner.describe("churn");
        assertThat(stopped.job().status()).isEqualTo(TuningStatus.STOPPED);
        assertThat(stopped.trials()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theDeadlineStopsWhatRunsAndCompletesTheJob(Mode mode) {
        var deadline = Duration.ofHours(1);
        var tuner = ManualTuner.in(mode).create("churn", Jobs.branin(500, 4, deadline));

        tuner.runUntilDone();

        var completed = tuner.describe("churn");
        Invariants.checkAlone(completed);
        assertThat(completed.job().status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(completed.job().endedAt())
                .isBetween(
                        completed.job().deadline(), completed.job().deadline().plusSeconds(60));
        assertThat(completed.trials())
                .filteredOn(trial -> trial.stopRequestedAt() != null)
                .isNotEmpty()
                .allMatch(trial -> completed.job().deadline().equals(trial.stopRequestedAt())
                        && trial.status() == TrainingStatus.STOPPED);
    }

    @Test
    void aTrainingJobThatTakesTooLongIsStoppedAndKeepsItsMetric() {
        var definition = Jobs.branin(6, 3);
        var training = definition.training();
        var tuner = ManualTuner.in(Mode.INSTANT)
                .create("churn", with(definition, withMaxRuntime(training, Duration.ofMinutes(2))));

        tuner.runUntilDone();

        var snapshot = tuner.describe("churn");
        assertThat(snapshot.job().status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(snapshot.trials())
                .filteredOn(trial -> trial.status() == TrainingStatus.STOPPED)
                .isNotEmpty()
                .allSatisfy(trial -> {
                    assertThat(trial.trainingTime()).isEqualTo(Duration.ofMinutes(2));
                    assertThat(trial.objective()).isNotNull();
                });
        assertThat(snapshot.best()).isPresent();
    }

    @Test
    void aJobWhoseTrainingAlwaysFailsFailsAfterFive() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.of("attune/failing", 20, 2, null));

        tuner.runUntilDone();

        var failed = tuner.describe("churn");
        assertThat(failed.job().status()).isEqualTo(TuningStatus.FAILED);
        assertThat(failed.job().failureReason())
                .isEqualTo("No training job succeeded after 5 attempts. Please take a look at the training job failures"
                        + " to get more details.");
        assertThat(failed.counts().failed()).isEqualTo(5);
        assertThat(failed.trials()).hasSize(6);
        assertThat(failed.best()).isEmpty();
    }

    @Test
    void aJobWithTwoTrialsThatFailFailsAfterTwo() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.of("attune/failing", 2, 1, null));

        tuner.runUntilDone();

        assertThat(tuner.describe("churn").job().failureReason())
                .startsWith("No training job succeeded after 2 attempts.");
        assertThat(tuner.describe("churn").trials()).hasSize(2);
    }

    @Test
    void aJobThatMeasuresNothingFails() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.of("attune/silent", 20, 1, null));

        tuner.runUntilDone();

        var failed = tuner.describe("churn");
        assertThat(failed.job().failureReason())
                .isEqualTo("No objective metrics found after running 5 training jobs. Please ensure that the custom"
                        + " algorithm is emitting the objective metric as defined by the regular expression provided.");
        assertThat(failed.counts().completed()).isEqualTo(5);
    }

    @Test
    void aJobWithFlakyTrainingCompletesAndTellsOfTheRetries() {
        var tuner = ManualTuner.in(Mode.SCALED).create("churn", Jobs.of("attune/flaky", 30, 4, null));

        tuner.runUntilDone();

        var completed = tuner.describe("churn");
        assertThat(completed.job().status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(completed.trials()).allSatisfy(trial -> {
            var report = tuner.jobs()
                    .launched()
                    .find(Jobs.SCOPE, trial.trainingJobName())
                    .report();
            assertThat(trial.retriedAttempts()).isBetween(0, 3).isEqualTo((int) report.transitions().stream()
                    .filter(transition -> transition.status().equals("Restarting"))
                    .count());
        });
        assertThat(completed.trials()).anyMatch(trial -> trial.retriedAttempts() > 0);
    }

    @Test
    void aSpaceThatIsJustLargeEnoughIsTriedWhole() {
        for (var searcher : List.of(new BayesianSearcher(), new RandomSearcher())) {
            var tuner =
                    new ManualTuner(new ClockSettings(Mode.INSTANT, 600), searcher).create("churn", discrete(12, 5));

            tuner.runUntilDone();

            var completed = tuner.describe("churn");
            assertThat(completed.job().status()).isEqualTo(TuningStatus.COMPLETED);
            assertThat(completed.trials())
                    .hasSize(12)
                    .extracting(Trial::configuration)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void endedTrialsKeepTheirReports() {
        var tuner = ManualTuner.in(Mode.INSTANT).create("churn", Jobs.branin(8, 3));

        tuner.runUntilDone();

        assertThat(tuner.describe("churn").trials()).allSatisfy(trial -> {
            var report = tuner.store().report(KEY, trial.number()).orElseThrow();
            assertThat(report.status()).isEqualTo(trial.status());
            assertThat(report.endedAt()).isEqualTo(trial.endedAt());
            assertThat(report.last("loss")).isEqualTo(trial.objective());
        });
    }

    @Test
    void jobsDoNotDisturbEachOther() {
        var tuner = ManualTuner.in(Mode.SCALED).create("churn", Jobs.branin(12, 4));
        tuner.tick(Duration.ofSeconds(1));
        tuner.create("other", Jobs.branin(7, 7)).create("third", Jobs.of("attune/flaky", 5, 2, null));

        tuner.runUntilDone();

        assertThat(tuner.history("churn")).isEqualTo(undisturbed(Jobs.branin(12, 4), new RandomSearcher()));
    }

    private static History undisturbed(TuningDefinition definition, Searcher searcher) {
        var tuner = new ManualTuner(new ClockSettings(Mode.INSTANT, 600), searcher).create("churn", definition);
        tuner.runUntilDone();
        return tuner.history("churn");
    }

    /** Ticks of a few milliseconds to a few hours of the job's time. */
    private static void tickIrregularly(ManualTuner tuner, Random random) {
        var rate = tuner.clock().settings().mode() == Mode.SCALED ? 600 : 1;
        while (!tuner.store().active().isEmpty()) {
            var millis = StrictMath.exp(random.nextDouble() * 16) / rate;
            tuner.tick(Duration.ofMillis((long) millis + 1));
        }
    }

    private static boolean crashes(ManualTuner tuner) {
        try {
            tuner.runUntilDone();
            return false;
        } catch (FaultyStore.Crash e) {
            return true;
        } finally {
            tuner.store().set(FaultyStore.Fault.NONE);
        }
    }

    /** Something else that happens just before the n-th save. */
    private static FaultyStore.Fault meanwhile(int n, Runnable event) {
        var happened = new AtomicBoolean();
        return new FaultyStore.Fault() {
            @Override
            public void before(int save) {
                if (save == n && !happened.getAndSet(true)) {
                    event.run();
                }
            }
        };
    }

    private static TuningDefinition discrete(int trials, int parallel) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(trials, parallel, null),
                new SearchSpace(List.of(
                        new Parameter.Whole("depth", 1, 3, Scaling.AUTO),
                        new Parameter.Categorical("booster", List.of("a", "b", "c", "d")))),
                Map.of(),
                Jobs.training("my/image", List.of(new MetricDefinition("loss", "loss=(\\S+)"))));
    }

    private static TuningDefinition with(TuningDefinition definition, TrainingDefinition training) {
        return new TuningDefinition(
                definition.strategy(),
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                training);
    }

    private static TrainingDefinition withMaxRuntime(TrainingDefinition training, Duration maxRuntime) {
        return new TrainingDefinition(
                training.image(),
                training.inputMode(),
                training.staticHyperParameters(),
                training.metrics(),
                training.roleArn(),
                training.inputs(),
                training.output(),
                training.cluster(),
                maxRuntime);
    }
}
