package dev.attune.tuning;

import static dev.attune.tuning.Trials.T0;
import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.read;
import static dev.attune.tuning.Trials.running;
import static dev.attune.tuning.Trials.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TuningStepTest {
    private static final Duration HOURS = Duration.ofHours(2);
    private static final Instant DEADLINE = T0.plus(HOURS);

    @Test
    void aTrialIsHeldAgainstTrialsOfItsOwnAlgorithmAlone() {
        var algorithm = Jobs.branin(1, 1).algorithms().get(0);
        var plain = Jobs.branin(10, 2);
        var job = Trials.job(new TuningDefinition(
                Strategy.RANDOM,
                plain.limits(),
                List.of(algorithm, algorithm),
                null,
                null,
                new MedianRule(2),
                null,
                null));
        var good =
                List.of(read(1, TrainingStatus.COMPLETED, 1, 1, 1, 1), read(2, TrainingStatus.COMPLETED, 1, 1, 1, 1));
        var poor = read(3, TrainingStatus.IN_PROGRESS, 9, 9);

        assertThat(TuningStep.plan(job, List.of(good.get(0), good.get(1), poor), minute(3))
                        .stop())
                .extracting(Trial::number)
                .containsExactly(3);
        assertThat(TuningStep.plan(job, List.of(good.get(0), good.get(1), poor.of(1)), minute(3))
                        .stop())
                .isEmpty();
    }

    @Test
    void launchesAsManyAsMayRunAtOnce() {
        assertThat(TuningStep.plan(job(10, 3), List.of(), T0)).isEqualTo(new Plan(List.of(), 3, null, false));
    }

    @Test
    void fillsThePlacesThatHaveBecomeFree() {
        var trials = List.of(completed(1, 0.5), running(2), completed(3, 0.4));

        assertThat(TuningStep.plan(job(10, 3), trials, minute(10)).launch()).isEqualTo(2);
    }

    @Test
    void launchesNoMoreThanAllowedInAll() {
        var trials = List.of(completed(1, 0.5), running(2), completed(3, 0.4));

        assertThat(TuningStep.plan(job(4, 3), trials, minute(10)).launch()).isEqualTo(1);
        assertThat(TuningStep.plan(job(3, 3), trials, minute(10)).launch()).isZero();
    }

    @Test
    void completesWhenAllHaveBeenLaunchedAndNothingRuns() {
        var trials = List.of(completed(1, 0.5), failed(2));

        assertThat(TuningStep.plan(job(2, 1), trials, minute(10)))
                .isEqualTo(new Plan(List.of(), 0, Ending.COMPLETED, true));
    }

    @Test
    void doesNotEndWhileTheLastOnesRun() {
        var trials = List.of(completed(1, 0.5), running(2));

        assertThat(TuningStep.plan(job(2, 2), trials, minute(10))).isEqualTo(new Plan(List.of(), 0, null, false));
    }

    @Test
    void stopsWhatRunsAtTheDeadlineAndLaunchesNothing() {
        var trials = List.of(completed(1, 0.5), running(2), running(3));

        assertThat(TuningStep.plan(limited(10, 3), trials, DEADLINE))
                .isEqualTo(new Plan(trials.subList(1, 3), 0, Ending.COMPLETED, false));
    }

    @Test
    void goesOnUntilTheDeadline() {
        var plan = TuningStep.plan(limited(10, 3), List.of(running(1)), DEADLINE.minusMillis(1));

        assertThat(plan).isEqualTo(new Plan(List.of(), 2, null, false));
    }

    @Test
    void aJobThatIsToEndStopsEachTrialOnce() {
        var asked = running(1).stopRequested(minute(5));
        var ending = job(10, 3).stepped(minute(5), Ending.COMPLETED, false);

        var plan = TuningStep.plan(ending, List.of(asked, running(2)), minute(6));

        assertThat(plan.stop()).extracting(Trial::number).containsExactly(2);
        assertThat(plan.ending()).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void isFinishedWhenTheLastOneHasStopped() {
        var stopping = job(10, 3).stopping(minute(5));

        assertThat(TuningStep.plan(stopping, List.of(stopped(1, null)), minute(11)))
                .isEqualTo(new Plan(List.of(), 0, Ending.STOPPED, true));
    }

    @Test
    void stopsAtOnceWhereNothingWasLaunched() {
        assertThat(TuningStep.plan(job(10, 3).stopping(T0), List.of(), T0))
                .isEqualTo(new Plan(List.of(), 0, Ending.STOPPED, true));
    }

    @Test
    void aDecisionStands() {
        var ending = job(10, 3).stepped(minute(5), Ending.failed("why"), false);

        assertThat(TuningStep.plan(ending, List.of(completed(1, 0.5)), minute(10))
                        .ending())
                .isEqualTo(Ending.failed("why"));
    }

    @Test
    void failsAfterFiveFailuresWithoutASuccess() {
        assertThat(TuningStep.plan(job(10, 1), trials(4, Trials::failed), minute(10))
                        .ending())
                .isNull();
        assertThat(TuningStep.plan(job(10, 1), trials(5, Trials::failed), minute(10)))
                .isEqualTo(new Plan(
                        List.of(),
                        0,
                        Ending.failed("No training job succeeded after 5 attempts. Please take a look at the training"
                                + " job failures to get more details."),
                        true));
    }

    @Test
    void stopsWhatRunsWhenItFails() {
        var trials = List.of(failed(1), failed(2), failed(3), failed(4), failed(5), running(6));

        var plan = TuningStep.plan(job(10, 2), trials, minute(10));

        assertThat(plan.stop()).extracting(Trial::number).containsExactly(6);
        assertThat(plan.finished()).isFalse();
    }

    @Test
    void failsAfterFewerFailuresWhereFewerAreAllowed() {
        var plan = TuningStep.plan(job(2, 1), trials(2, Trials::failed), minute(10));

        assertThat(plan.ending())
                .isEqualTo(Ending.failed("No training job succeeded after 2 attempts. Please take a look at the"
                        + " training job failures to get more details."));
    }

    @Test
    void oneSuccessIsEnoughToGoOn() {
        var trials = List.of(failed(1), failed(2), completed(3, 0.5), failed(4), failed(5), failed(6));

        assertThat(TuningStep.plan(job(10, 1), trials, minute(10)).ending()).isNull();
        assertThat(TuningStep.plan(job(6, 1), trials, minute(10)).ending()).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void aStoppedTrialWithAMetricIsASuccess() {
        var trials = List.of(failed(1), stopped(2, 0.5), failed(3), failed(4), failed(5));

        assertThat(TuningStep.plan(job(10, 1), trials, minute(10)).ending()).isNull();
    }

    @Test
    void failsWhenNothingIsEverMeasured() {
        var trials = List.of(failed(1), completed(2, null), stopped(3, null), completed(4, null), completed(5, null));

        assertThat(TuningStep.plan(job(10, 1), trials, minute(10)).ending())
                .isEqualTo(Ending.failed("No objective metrics found after running 5 training jobs. Please ensure that"
                        + " the custom algorithm is emitting the objective metric as defined by the regular expression"
                        + " provided."));
    }

    @Test
    void theDeadlineComesBeforeAFailure() {
        assertThat(TuningStep.plan(limited(10, 1), trials(5, Trials::failed), DEADLINE)
                        .ending())
                .isEqualTo(Ending.COMPLETED);
    }

    @Test
    void theFirstStepIsDueAtCreationEvenWithADeadline() {
        assertThat(TuningStep.next(limited(10, 3), List.of())).isEqualTo(T0);
    }

    @Test
    void theNextStepIsDueAtTheFirstChangeOfATrial() {
        var early = Trials.running(1).stopRequested(T0);
        var late = completed(2, 0.5);

        assertThat(TuningStep.next(job(10, 3), List.of(early, late, running(3))))
                .isEqualTo(minute(10));
    }

    @Test
    void theDeadlineIsAChangeToo() {
        var limited = Trials.job(Jobs.branin(10, 3, Duration.ofMinutes(4)));

        assertThat(TuningStep.next(limited, List.of(running(1)))).isEqualTo(minute(4));
    }

    @Test
    void theDeadlineOfAJobThatIsToEndIsForgotten() {
        var ending = Trials.job(Jobs.branin(10, 3, Duration.ofMinutes(4))).stepped(minute(4), Ending.COMPLETED, false);

        assertThat(TuningStep.next(ending, List.of(running(1).stopRequested(minute(4)))))
                .isEqualTo(minute(10));
    }

    @Test
    void trialsThatAreYetToBeStoppedAreDueAtOnce() {
        var stopping = job(10, 3).stopping(minute(5));

        assertThat(TuningStep.next(stopping, List.of(running(1)))).isEqualTo(minute(5));
    }

    @Test
    void whatWasMissedIsDueAtOnceAndNotInThePast() {
        var later = job(10, 3).stepped(minute(30), null, false);

        assertThat(TuningStep.next(later, List.of(running(1)))).isEqualTo(minute(30));
    }

    @Test
    void nothingIsDueAfterTheEnd() {
        assertThat(TuningStep.next(job(10, 3).stepped(minute(1), Ending.COMPLETED, true), List.of(completed(1, 1.0))))
                .isNull();
    }

    private static TuningJob job(int trials, int parallel) {
        return Trials.job(Jobs.branin(trials, parallel));
    }

    private static TuningJob limited(int trials, int parallel) {
        return Trials.job(Jobs.branin(trials, parallel, HOURS));
    }

    private static List<Trial> trials(int count, IntFunction<Trial> trial) {
        return IntStream.rangeClosed(1, count).mapToObj(trial).toList();
    }
}
