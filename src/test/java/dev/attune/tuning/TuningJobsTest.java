package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Configuration;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.LaunchedTrainingJobs.Detail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TuningJobsTest {
    private static final Scope SCOPE = Jobs.SCOPE;

    private final MemoryTuningStore store = new MemoryTuningStore();
    private final SimulatedTraining training = new SimulatedTraining();
    private final SimulatedClock clock =
            new SimulatedClock(new WallClock(), new ClockSettings(Mode.MANUAL, 600), new MemoryClockStore());
    private final TuningJobs jobs = new TuningJobs(store, training, clock, 42);

    @Test
    void aNewJobIsInProgressWithoutTrials() {
        jobs.create(SCOPE, "Churn", Jobs.branin(4, 2), List.of(new Tag("team", "ml")));

        var snapshot = jobs.describe(SCOPE, "Churn");

        assertThat(snapshot.job().name()).isEqualTo("Churn");
        assertThat(snapshot.job().status()).isEqualTo(TuningStatus.IN_PROGRESS);
        assertThat(snapshot.job().createdAt()).isEqualTo(WallClock.START);
        assertThat(snapshot.trials()).isEmpty();
        assertThat(store.tags(snapshot.job().key()).current().own()).containsExactly(new Tag("team", "ml"));
    }

    @Test
    void theSeedFollowsFromTheInstallationsSeedAndTheName() {
        var job = jobs.create(SCOPE, "Churn", Jobs.branin(4, 2), List.of());

        assertThat(job.seed()).isEqualTo(Seeds.of(42, "churn"));
    }

    @Test
    void aSeedOfTheClientsOwnGoesBeforeNameAndInstallation() {
        var one = jobs.create(SCOPE, "one", seeded(7), List.of());
        var two = jobs.create(SCOPE, "two", seeded(7), List.of());
        var other = jobs.create(SCOPE, "other", seeded(8), List.of());

        assertThat(one.seed()).isEqualTo(two.seed()).isNotEqualTo(other.seed());
        assertThat(TrainingJobs.name(one, 1))
                .isNotEqualTo(TrainingJobs.name(two, 1).replace("two", "one"));
    }

    private static TuningDefinition seeded(int seed) {
        var definition = Jobs.branin(4, 2);
        return new TuningDefinition(
                definition.strategy(),
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                definition.training(),
                seed,
                null,
                null,
                null,
                null);
    }

    @Test
    void aNameIsTakenInEveryCase() {
        jobs.create(SCOPE, "Churn", Jobs.branin(4, 2), List.of());

        assertFails(
                TuningError.NAME_IN_USE,
                "A hyperparameter tuning job with the name, cHURN, already exists. Choose a different name.",
                () -> jobs.create(SCOPE, "cHURN", Jobs.branin(4, 2), List.of()));
    }

    @Test
    void aNameIsFreeInOtherAccountsAndRegions() {
        jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of());

        jobs.create(new Scope("000000000000", "us-east-1"), "churn", Jobs.branin(4, 2), List.of());
        jobs.create(new Scope("123456789012", "eu-west-1"), "churn", Jobs.branin(4, 2), List.of());

        assertThat(store.named("churn")).hasSize(3);
    }

    @Test
    void anIllegalDefinitionLeavesNothingBehind() {
        assertThatThrownBy(() -> jobs.create(SCOPE, "churn", Jobs.branin(2, 3), List.of()))
                .isInstanceOf(TuningException.class);

        assertThat(store.active()).isEmpty();
    }

    @Test
    void anImageBringsTheMetricThatTheRequestLeavesOut() {
        var definition = Jobs.branin(4, 2);
        var bare = new TuningDefinition(
                definition.strategy(),
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                definition.training().withMetrics(List.of()));

        var job = jobs.create(SCOPE, "churn", bare, List.of());

        assertThat(job.definition().training().metrics())
                .singleElement()
                .satisfies(metric -> assertThat(metric.name()).isEqualTo("loss"));
    }

    @Test
    void aJobIsFoundInEveryCase() {
        jobs.create(SCOPE, "Churn", Jobs.branin(4, 2), List.of());

        assertThat(jobs.find(SCOPE, "CHURN").name()).isEqualTo("Churn");
    }

    @Test
    void aJobThatIsNotThereIsNotFound() {
        var message = "Amazon SageMaker can't find a tuning job called Churn. Type another name.";

        assertFails(TuningError.TUNING_JOB_NOT_FOUND, message, () -> jobs.describe(SCOPE, "Churn"));
        assertFails(TuningError.TUNING_JOB_NOT_FOUND, message, () -> jobs.stop(SCOPE, "Churn"));
    }

    @Test
    void aStoppedJobIsStoppingAtOnce() {
        jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of());
        clock.advance(Duration.ofMinutes(3));

        jobs.stop(SCOPE, "churn");

        var job = jobs.find(SCOPE, "churn");
        assertThat(job.status()).isEqualTo(TuningStatus.STOPPING);
        assertThat(job.updatedAt()).isEqualTo(WallClock.START.plusSeconds(180));
    }

    @Test
    void stoppingTwiceIsStoppingOnce() {
        jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of());
        jobs.stop(SCOPE, "churn");
        var once = jobs.find(SCOPE, "churn");

        clock.advance(Duration.ofMinutes(3));
        jobs.stop(SCOPE, "churn");

        assertThat(jobs.find(SCOPE, "churn")).isEqualTo(once);
    }

    @Test
    void aJobThatHasEndedCannotBeStopped() {
        var job = jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of());
        save(job, Ending.COMPLETED, List.of(), Map.of());

        assertFails(
                TuningError.INVALID,
                "The request was rejected because the tuning job churn is already in status Completed.",
                () -> jobs.stop(SCOPE, "churn"));
    }

    @Test
    void aJobThatHasEndedCanBeForgotten() {
        var job = jobs.create(SCOPE, "Churn", Jobs.branin(4, 2), List.of());
        save(job, Ending.COMPLETED, List.of(), Map.of());

        jobs.delete(SCOPE, "churn");

        assertFails(
                TuningError.TUNING_JOB_NOT_FOUND,
                "Amazon SageMaker can't find a tuning job called churn. Type another name.",
                () -> jobs.delete(SCOPE, "churn"));
    }

    @Test
    void aJobThatGoesOnCannotBeForgotten() {
        jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of());

        assertFails(
                TuningError.INVALID,
                "The request was rejected because the tuning job churn is not in a terminal state: its status is"
                        + " InProgress. Stop it first.",
                () -> jobs.delete(SCOPE, "churn"));
        assertThat(jobs.find(SCOPE, "churn").status()).isEqualTo(TuningStatus.IN_PROGRESS);
    }

    @Test
    void aCallerWithoutAnAccountGetsTheNewestJobOfTheRegion() {
        var other = new Scope("333333333333", SCOPE.region());
        List.of(SCOPE, other, new Scope("333333333333", "eu-west-1"))
                .forEach(scope -> jobs.create(scope, "churn", Jobs.branin(4, 2), List.of()));
        var region = new Reach(null, SCOPE.region());

        assertThat(jobs.scopeOf("CHURN", region)).isEqualTo(other);
        assertThat(jobs.scopeOf("CHURN", Reach.of(SCOPE))).isEqualTo(SCOPE);
        assertFails(
                TuningError.TUNING_JOB_NOT_FOUND,
                "Amazon SageMaker can't find a tuning job called none. Type another name.",
                () -> jobs.find(jobs.scopeOf("none", region), "none"));
    }

    @Test
    void whatNoStepHasSeenYetDoesNotShow() {
        var trial = launch(jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of()));
        clock.advance(Duration.between(WallClock.START, trial.nextChange()).plusDays(1));

        var late = jobs.describe(SCOPE, "churn").trials().get(0);
        var alone = jobs.launched().find(SCOPE, trial.trainingJobName()).report();

        assertThat(late.status()).isEqualTo(alone.status()).isEqualTo(TrainingStatus.IN_PROGRESS);
        assertThat(late.objective()).isNull();
        assertThat(late.nextChange()).isEqualTo(trial.nextChange());
    }

    @Test
    void whatHappensBetweenTwoStepsShows() {
        var trial = launch(jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of()));
        clock.advance(Duration.ofMinutes(4));

        assertThat(trial.trainingStartedAt()).isNull();
        assertThat(jobs.describe(SCOPE, "churn").trials().get(0).trainingStartedAt())
                .isNotNull();
        assertThat(jobs.describe(SCOPE, "churn").counts()).isEqualTo(new TrialCounts(0, 0, 0, 0, 1));
    }

    @Test
    void aTrainingJobIsFoundInEveryCaseAndOnlyInItsScope() {
        var trial = launch(jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of()));
        var elsewhere = new Scope(SCOPE.account(), "eu-west-1");

        assertThat(jobs.launched().find(SCOPE, upper(trial.trainingJobName())).trial())
                .isEqualTo(trial);
        assertFails(
                TuningError.TRAINING_JOB_NOT_FOUND,
                "Requested resource not found.",
                () -> jobs.launched().find(elsewhere, trial.trainingJobName()));
    }

    @Test
    void anEndedTrainingJobIsShownAsItEnded() {
        var job = jobs.create(SCOPE, "churn", Jobs.branin(4, 2), List.of());
        var launched = launch(job);
        var end = launched.nextChange();
        var report = report(jobs.find(SCOPE, "churn"), launched, end);
        save(
                jobs.find(SCOPE, "churn"),
                null,
                List.of(launched.reported(report, "loss")),
                Map.of(launched.number(), report));

        var shown = jobs.launched().find(SCOPE, launched.trainingJobName());

        assertThat(shown.report()).isEqualTo(report);
        assertThat(shown.trial().status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(shown.trainingJob().hyperParameters()).containsEntry("_tuning_objective_metric", "loss");
    }

    /** Does the first step of a job, with one trial. */
    private Trial launch(TuningJob created) {
        var job = jobs.find(SCOPE, created.name());
        var bare = Trial.launched(
                1,
                TrainingJobs.name(job, 1),
                new Configuration(Map.of("x1", "1.0", "x2", "2.0")),
                Proposal.without(Phase.INITIAL, 1),
                job.createdAt());
        var trial = bare.reported(report(job, bare, job.createdAt()), "loss");
        save(job, null, List.of(trial), Map.of());
        return trial;
    }

    private TrainingReport report(TuningJob job, Trial trial, Instant now) {
        return training.report(TrainingJobs.of(job, trial), now);
    }

    private void save(TuningJob job, Ending ending, List<Trial> trials, Map<Integer, TrainingReport> reports) {
        var current = jobs.find(SCOPE, job.name());
        assertThat(store.save(current.stepped(current.updatedAt(), ending, ending != null), trials, reports))
                .isTrue();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static void assertFails(TuningError error, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(error))
                .hasMessage(message);
    }

    @Test
    void looksAtTheJobsOfAScopeByName() {
        for (int i = 0; i < 250; i++) {
            jobs.create(SCOPE, "job-" + i, Jobs.branin(1, 1), List.of());
        }
        jobs.create(new Scope("000000000000", SCOPE.region()), "other", Jobs.branin(1, 1), List.of());

        var names = new ArrayList<String>();
        jobs.each(Reach.of(SCOPE), job -> names.add(job.name()));

        assertThat(names).hasSize(250).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void anOutlineDiffersOnlyInWhatTheReportAloneTells(Detail detail) {
        var job = jobs.create(SCOPE, "Churn", Jobs.branin(300, 300), List.of());
        var trials = new ArrayList<Trial>();
        var reports = new HashMap<Integer, TrainingReport>();
        for (int i = 1; i <= 250; i++) {
            var launched = Trial.launched(
                    i,
                    "Churn-" + i,
                    new Configuration(Map.of("x1", "0." + i, "x2", "1.5")),
                    Proposal.without(Phase.RANDOM, i),
                    WallClock.START);
            var report = training.report(
                    TrainingJobs.of(job, launched),
                    i % 5 == 0 ? WallClock.START : WallClock.START.plus(Duration.ofDays(2)));
            trials.add(launched.reported(report, "loss"));
            if (report.status().terminal()) {
                reports.put(i, report);
            }
        }
        store.save(store.find(job.key()).orElseThrow(), trials, reports);

        var found = new ArrayList<TrainingJobSnapshot>();
        jobs.launched().each(jobs.find(SCOPE, "churn"), detail, found::add);

        assertThat(found).extracting(TrainingJobSnapshot::trial).isEqualTo(trials);
        for (var snapshot : found) {
            var report = reports.getOrDefault(snapshot.trial().number(), snapshot.report());
            var last = report.transitions().get(report.transitions().size() - 1);
            assertThat(snapshot.report().transitions())
                    .last()
                    .extracting(Transition::start)
                    .isEqualTo(last.start());
            assertThat(snapshot.report().trainingStartedAt()).isEqualTo(report.trainingStartedAt());
            assertThat(snapshot.report().endedAt()).isEqualTo(report.endedAt());
            if (detail != Detail.OUTLINE) {
                assertThat(snapshot.report().last("loss")).isEqualTo(report.last("loss"));
            }
            assertThat(jobs.launched().whole(snapshot).orElseThrow().report()).isEqualTo(report);
        }
    }
}
