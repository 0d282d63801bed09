package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.training.MetricDefinition;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.MemoryClockStore;
import dev.attune.tuning.MemoryTrainingJobStore;
import dev.attune.tuning.MemoryTuningStore;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.SingleTrainingJob;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TrainingRuns;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStatus;
import dev.attune.tuning.WallClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingLoopTest {
    private static final JobKey KEY = new JobKey(Jobs.SCOPE, "train");

    private final WallClock wall = new WallClock();
    private final MemoryTuningStore tuningJobs = new MemoryTuningStore();
    private final MemoryTrainingJobStore store = new MemoryTrainingJobStore(tuningJobs);
    private final SimulatedTraining training = new SimulatedTraining();
    private final SimulatedClock clock =
            new SimulatedClock(wall, new ClockSettings(Mode.INSTANT, 600), new MemoryClockStore());
    private final TrainingRuns runs =
            new TrainingRuns(store, new TuningJobs(tuningJobs, training, clock, 42).launched(), training, clock, 42);
    private final TrainingLoop loop = new TrainingLoop(store, training, clock);

    @Test
    void anInstantTrainingJobJumpsToItsEnd() {
        create("attune/branin");

        var wait = loop.run(KEY, () -> false);

        assertThat(wait).isEmpty();
        assertThat(job().status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(job().endedAt()).isAfter(job().createdAt().plusSeconds(60));
        assertThat(report().last("loss")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void endsInTheSameWayHoweverTimePasses(Mode mode) {
        create("attune/flaky");
        runUntilDone();
        var expected = report();
        store.clear();
        clock.set(new ClockSettings(mode, 600));

        create("attune/flaky");
        runUntilDone();

        assertThat(durations(report())).isEqualTo(durations(expected));
        assertThat(report().metrics())
                .extracting(reading -> reading.value())
                .isEqualTo(expected.metrics().stream()
                        .map(reading -> reading.value())
                        .toList());
    }

    @Test
    void waitsWhereOnlyACommandMovesTime() {
        clock.set(new ClockSettings(Mode.MANUAL, 600));
        create("attune/branin");

        assertThat(loop.run(KEY, () -> false)).hasValue(Duration.ofDays(1));
        assertThat(job().status()).isEqualTo(TrainingStatus.IN_PROGRESS);
        clock.advance(Duration.ofHours(1));
        assertThat(loop.run(KEY, () -> false)).isEmpty();

        assertThat(job().status()).isEqualTo(TrainingStatus.COMPLETED);
    }

    @Test
    void stepsThatAreInterruptedGoOnLater() {
        create("attune/branin");

        assertThat(loop.run(KEY, () -> true)).hasValue(Duration.ZERO);

        assertThat(loop.run(KEY, () -> false)).isEmpty();
        assertThat(job().ended()).isTrue();
    }

    @Test
    void whatIsGoneIsLeftAlone() {
        assertThat(loop.run(KEY, () -> false)).isEmpty();
    }

    @Test
    void aRequestToStopEndsATrainingJobSoonAfter() {
        clock.set(new ClockSettings(Mode.MANUAL, 600));
        create("attune/branin");
        loop.run(KEY, () -> false);
        clock.advance(Duration.ofMinutes(3));

        runs.stop(Jobs.SCOPE, "TRAIN");

        assertThat(job().status()).isEqualTo(TrainingStatus.STOPPING);
        runs.stop(Jobs.SCOPE, "train");
        clock.advance(Duration.ofMinutes(2));
        assertThat(loop.run(KEY, () -> false)).isEmpty();
        assertThat(job().status()).isEqualTo(TrainingStatus.STOPPED);
        assertThat(statuses()).containsExactly("Starting", "Downloading", "Training", "Stopping", "Stopped");
    }

    @Test
    void aTrainingJobThatIsStoppedBeforeItsFirstStepStops() {
        create("attune/branin");

        runs.stop(Jobs.SCOPE, "train");
        runUntilDone();

        assertThat(job().status()).isEqualTo(TrainingStatus.STOPPED);
        assertThat(statuses()).containsExactly("Stopping", "Stopped");
    }

    @Test
    void failsAsItsImageDoes() {
        create("attune/failing");

        runUntilDone();

        assertThat(job().status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(report().failureReason()).startsWith("AlgorithmError: ");
    }

    @Test
    void isOverWhenItsTimeIs() {
        var definition = definition("attune/branin");
        runs.create(
                Jobs.SCOPE,
                "train",
                new TrainingRuns.Request(
                        new TrainingDefinition(
                                definition.image(),
                                definition.inputMode(),
                                definition.staticHyperParameters(),
                                definition.metrics(),
                                definition.roleArn(),
                                definition.inputs(),
                                definition.output(),
                                definition.cluster(),
                                Duration.ofSeconds(60)),
                        "{}",
                        List.of()));

        runUntilDone();

        assertThat(statuses()).endsWith("Training", "MaxRuntimeExceeded");
        assertThat(job().status()).isEqualTo(TrainingStatus.STOPPED);
    }

    @Test
    void aTuningJobGoesOnWhenOneOfItsTrainingJobsIsStopped() {
        var tuner = ManualTuner.in(Mode.MANUAL).create("churn", Jobs.branin(6, 2));
        var all = new TrainingRuns(
                new MemoryTrainingJobStore(tuner.store()),
                tuner.jobs().launched(),
                new SimulatedTraining(),
                tuner.clock(),
                42);
        tuner.runDue();
        tuner.tick(Duration.ofSeconds(90));
        var first = tuner.describe("churn").trials().get(0);

        all.stop(Jobs.SCOPE, first.trainingJobName());

        assertThat(tuner.describe("churn").trials().get(0).status()).isEqualTo(TrainingStatus.STOPPING);
        all.stop(Jobs.SCOPE, first.trainingJobName());
        tuner.runUntilDone();
        var ended = tuner.describe("churn");
        assertThat(ended.job().status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(ended.trials()).hasSize(6).allMatch(Trial::ended);
        assertThat(ended.counts().stopped()).isEqualTo(1);
        assertThat(ended.counts().completed()).isEqualTo(5);
        assertThatThrownBy(() -> all.stop(Jobs.SCOPE, first.trainingJobName()))
                .isInstanceOf(TuningException.class)
                .hasMessage("The request was rejected because the training job is in status Stopped.");
    }

    private void create(String image) {
        runs.create(Jobs.SCOPE, "train", new TrainingRuns.Request(definition(image), "{}", List.of()));
    }

    private static TrainingDefinition definition(String image) {
        var plain = Jobs.training(image, List.of(new MetricDefinition("loss", "loss=(\\S+)")));
        return new TrainingDefinition(
                plain.image(),
                plain.inputMode(),
                Map.of("x1", "1.5", "x2", "2.5"),
                plain.metrics(),
                plain.roleArn(),
                plain.inputs(),
                plain.output(),
                plain.cluster(),
                plain.maxRuntime());
    }

    private void runUntilDone() {
        for (int round = 0; round < 1000; round++) {
            var wait = loop.run(KEY, () -> false);
            if (wait.isEmpty()) {
                return;
            }
            if (clock.settings().mode() == Mode.MANUAL) {
                clock.advance(Duration.ofSeconds(61));
            } else {
                wall.move(wait.get());
            }
        }
        throw new AssertionError("Not done: " + job());
    }

    private SingleTrainingJob job() {
        return store.find(KEY).orElseThrow();
    }

    private TrainingReport report() {
        return store.report(KEY).orElseThrow();
    }

    private List<String> statuses() {
        return report().transitions().stream().map(Transition::status).toList();
    }

    private static List<Duration> durations(TrainingReport report) {
        return report.transitions().stream()
                .map(transition -> Duration.between(report.transitions().get(0).start(), transition.start()))
                .toList();
    }
}
