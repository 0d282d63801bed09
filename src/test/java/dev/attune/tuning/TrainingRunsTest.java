package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Configuration;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import dev.attune.training.MetricDefinition;
import dev.attune.training.TrainingStatus;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.JobQuery.Sort;
import dev.attune.tuning.JobQuery.Span;
import dev.attune.tuning.TrainingRuns.Listed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TrainingRunsTest {
    private static final Scope SCOPE = Jobs.SCOPE;
    private static final Reach REGION = new Reach(null, SCOPE.region());
    private static final MetricDefinition LOSS = new MetricDefinition("loss", "loss=(\\S+)");

    private final MemoryTuningStore tuningStore = new MemoryTuningStore();
    private final MemoryTrainingJobStore store = new MemoryTrainingJobStore(tuningStore);
    private final SimulatedTraining training = new SimulatedTraining();
    private final SimulatedClock clock =
            new SimulatedClock(new WallClock(), new ClockSettings(Mode.MANUAL, 600), new MemoryClockStore());
    private final TuningJobs tuningJobs = new TuningJobs(tuningStore, training, clock, 42);
    private final TrainingRuns runs = new TrainingRuns(store, tuningJobs.launched(), training, clock, 42);

    @Test
    void aNewTrainingJobIsInProgress() {
        var job = create("Train", Jobs.training("busybox", List.of(LOSS)));

        var run = runs.find(SCOPE, "tRAIN");

        assertThat(run.name()).isEqualTo("Train");
        assertThat(run.scope()).isEqualTo(SCOPE);
        assertThat(run.createdAt()).isEqualTo(WallClock.START);
        assertThat(run.report().status()).isEqualTo(TrainingStatus.IN_PROGRESS);
        assertThat(run.secondaryStatus()).isEqualTo("Starting");
        assertThat(run.trainingJob().hyperParameters()).isEqualTo(Map.of("epochs", "5"));
        assertThat(store.tags(job.key())).containsExactly(new Tag("team", "ml"));
    }

    @Test
    void theSeedFollowsFromTheInstallationsSeedAndTheName() {
        var job = create("Train", Jobs.training("busybox", List.of(LOSS)));

        assertThat(job.seed()).isEqualTo(Seeds.of(42, "training-job", "train"));
    }

    @Test
    void whatHappensBetweenTwoStepsShows() {
        step(create("train", Jobs.training("busybox", List.of(LOSS))));
        clock.advance(Duration.ofMinutes(4));

        var run = runs.find(SCOPE, "train");

        assertThat(run.report().trainingStartedAt()).isNotNull();
        assertThat(run.lastModifiedAt()).isAfter(run.createdAt());
    }

    @Test
    void whatNoStepHasSeenDoesNotShow() {
        step(create("train", Jobs.training("busybox", List.of(LOSS))));
        clock.advance(Duration.ofDays(1));

        assertThat(runs.find(SCOPE, "train").report().status()).isEqualTo(TrainingStatus.IN_PROGRESS);
    }

    @Test
    void anImageBringsItsMetricsWhereNoneAreDefined() {
        var own = create("own", Jobs.training("attune/flaky", List.of()));
        var builtIn = create("xgb", Jobs.training("1.dkr.ecr.eu-west-1.amazonaws.com/xgboost:1", List.of()));
        var other = create("other", Jobs.training("busybox", List.of()));

        assertThat(own.training().metrics()).extracting(MetricDefinition::name).containsExactly("loss");
        assertThat(builtIn.training().metrics()).hasSize(18);
        assertThat(builtIn.trainingJob().metrics())
                .extracting(MetricDefinition::name)
                .containsExactly("train:rmse", "validation:rmse");
        assertThat(other.training().metrics()).isEmpty();
    }

    @Test
    void aTrainingJobWithoutMetricsEndsLikeAnyOther() {
        var job = end(create("train", Jobs.training("busybox", List.of())));

        assertThat(job.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(runs.find(SCOPE, "train").report().lastReadings()).isEmpty();
    }

    @Test
    void refusesAMetricThatCannotBeRead() {
        assertThatThrownBy(() -> create("train", Jobs.training("busybox", List.of(new MetricDefinition("m", "(")))))
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(TuningError.INVALID));
    }

    @Test
    void findsWhatATuningJobLaunched() {
        var trial = launch("churn");

        assertThat(runs.find(SCOPE, trial.trainingJobName())).isInstanceOf(TrainingJobSnapshot.class);
        assertThat(runs.scopeOf(trial.trainingJobName(), REGION)).isEqualTo(SCOPE);
    }

    @Test
    void aTrainingJobIsFoundWithoutAnAccount() {
        create("train", Jobs.training("busybox", List.of(LOSS)));

        assertThat(runs.scopeOf("TRAIN", REGION)).isEqualTo(SCOPE);
        assertThat(runs.scopeOf("nobody", REGION)).isNotEqualTo(SCOPE);
        assertThat(runs.scopeOf("train", new Reach(null, "eu-west-1"))).isNotEqualTo(SCOPE);
    }

    @Test
    void refusesToStopWhatHasEndedOrIsNotThere() {
        end(create("train", Jobs.training("busybox", List.of(LOSS))));

        assertFails(
                TuningError.INVALID,
                "The request was rejected because the training job is in status Completed.",
                () -> runs.stop(SCOPE, "train"));
        assertFails(
                TuningError.TRAINING_JOB_NOT_FOUND, "Requested resource not found.", () -> runs.stop(SCOPE, "nobody"));
    }

    @Test
    void deletesWhatHasEndedAndNothingElse() {
        var job = create("train", Jobs.training("busybox", List.of(LOSS)));
        assertFails(
                TuningError.IN_USE,
                "The request was rejected because the training job train is not in a terminal state: its status is"
                        + " InProgress. Stop it first.",
                () -> runs.delete(SCOPE, "train"));

        end(job);
        runs.delete(SCOPE, "TRAIN");

        assertFails(
                TuningError.TRAINING_JOB_NOT_FOUND, "Requested resource not found.", () -> runs.delete(SCOPE, "train"));
    }

    @Test
    void refusesToDeleteWhatBelongsToATuningJob() {
        var trial = launch("churn");

        assertFails(
                TuningError.IN_USE,
                "The training job " + trial.trainingJobName()
                        + " belongs to the tuning job churn and is deleted with it only.",
                () -> runs.delete(SCOPE, trial.trainingJobName()));
    }

    @Test
    void listsThoseThatChangedInASpanThoughTheyRun() {
        step(create("early", Jobs.training("busybox", List.of(LOSS))));
        var trial = launch("churn");
        clock.advance(Duration.ofMinutes(4));
        create("late", Jobs.training("busybox", List.of(LOSS)));
        var moved = runs.find(SCOPE, "early").lastModifiedAt();

        assertThat(names(query(new Span(WallClock.START, null), 10)))
                .containsExactly(trial.trainingJobName(), "early", "late");
        assertThat(names(query(new Span(moved, null), 10))).contains("late").doesNotContain("early");
        assertThat(names(query(new Span(WallClock.START, null), 2))).containsExactly(trial.trainingJobName(), "early");
    }

    @Test
    void looksFurtherWhereAFilterRefusesMany() {
        for (int i = 10; i < 30; i++) {
            create("train-" + i, Jobs.training("busybox", List.of(LOSS)));
        }

        var found = runs.list(query(Span.ALL, 2), run -> run.name().endsWith("9"));

        assertThat(found).extracting(listed -> listed.run().name()).containsExactly("train-19", "train-29");
    }

    private List<String> names(TrainingJobQuery query) {
        return runs.list(query, run -> true).stream()
                .map(Listed::run)
                .map(TrainingRun::name)
                .toList();
    }

    private static TrainingJobQuery query(Span updated, int limit) {
        return new TrainingJobQuery(Reach.of(SCOPE), null, Span.ALL, updated, Sort.NAME, false, null, limit);
    }

    private SingleTrainingJob create(String name, TrainingDefinition definition) {
        runs.create(SCOPE, name, new TrainingRuns.Request(definition, "{}", List.of(new Tag("team", "ml"))));
        return store.find(new JobKey(SCOPE, name)).orElseThrow();
    }

    private SingleTrainingJob step(SingleTrainingJob job) {
        var now = job.nextChange();
        var report = training.report(job.trainingJob(), now);
        var moved = job.reported(report, now);
        assertThat(store.save(moved, moved.ended() ? report : null)).isTrue();
        return moved.saved();
    }

    private SingleTrainingJob end(SingleTrainingJob job) {
        return step(step(job));
    }

    private Trial launch(String tuningJob) {
        tuningJobs.create(SCOPE, tuningJob, Jobs.branin(4, 2), List.of());
        var job = tuningJobs.find(SCOPE, tuningJob);
        var bare = Trial.launched(
                1,
                TrainingJobs.name(job, 1),
                new Configuration(Map.of("x1", "1.0", "x2", "2.0")),
                Proposal.without(Phase.INITIAL, 1),
                job.createdAt());
        var trial = bare.reported(training.report(TrainingJobs.of(job, bare), job.createdAt()), "loss");
        assertThat(tuningStore.save(job, List.of(trial), Map.of())).isTrue();
        return trial;
    }

    private static void assertFails(TuningError error, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(error))
                .hasMessage(message);
    }
}
