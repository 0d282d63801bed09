package dev.attune.tuning;

import static dev.attune.tuning.Trials.T0;
import static dev.attune.tuning.Trials.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TuningJobTest {
    private final TuningJob job = Trials.job(Jobs.branin(4, 2, Duration.ofHours(3)));

    @Test
    void aStepThatDecidesNothingOnlyMovesTime() {
        var stepped = job.stepped(minute(5), null, false);

        assertThat(stepped.updatedAt()).isEqualTo(minute(5));
        assertThat(stepped)
                .usingRecursiveComparison()
                .ignoringFields("updatedAt")
                .isEqualTo(job);
    }

    @Test
    void keepsItsStatusUntilTheLastTrainingJobHasEnded() {
        var ending = job.stepped(minute(5), Ending.COMPLETED, false);

        assertThat(ending.status()).isEqualTo(TuningStatus.IN_PROGRESS);
        assertThat(ending.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(ending.endedAt()).isNull();
    }

    @Test
    void takesTheEndingsStatusWhenItIsFinished() {
        var ended = job.stepped(minute(5), Ending.failed("why"), true);

        assertThat(ended.status()).isEqualTo(TuningStatus.FAILED);
        assertThat(ended.failureReason()).isEqualTo("why");
        assertThat(ended.endedAt()).isEqualTo(ended.updatedAt()).isEqualTo(minute(5));
    }

    @Test
    void hidesTheReasonOfAFailureThatIsYetToCome() {
        assertThat(job.stepped(minute(5), Ending.failed("why"), false).failureReason())
                .isNull();
    }

    @Test
    void isStoppingAtOnceAndThenStopped() {
        var stopping = job.stopping(minute(5));
        var stopped = stopping.stepped(minute(6), stopping.ending(), true);

        assertThat(stopping.status()).isEqualTo(TuningStatus.STOPPING);
        assertThat(stopping.endedAt()).isNull();
        assertThat(stopped.status()).isEqualTo(TuningStatus.STOPPED);
        assertThat(stopped.failureReason()).isNull();
    }

    // Stopping must not be followed by anything but Stopped.
    @Test
    void aRequestToStopOverridesAnEndingThatIsUnderWay() {
        var stopping = job.stepped(minute(5), Ending.failed("why"), false).stopping(minute(6));

        assertThat(stopping.ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void itsTimeNeverGoesBack() {
        var later = job.stepped(minute(5), null, false);

        assertThat(later.stepped(minute(4), null, false).updatedAt()).isEqualTo(minute(5));
        assertThat(later.stopping(minute(4)).updatedAt()).isEqualTo(minute(5));
        assertThat(later.stepped(minute(4), Ending.COMPLETED, true).endedAt()).isEqualTo(minute(5));
    }

    @Test
    void countsItsSaves() {
        assertThat(job.saved().saved().version()).isEqualTo(job.version() + 2);
    }

    @Test
    void hasADeadlineWhereTheClockTimeIsLimited() {
        assertThat(job.deadline()).isEqualTo(T0.plus(Duration.ofHours(3)));
        assertThat(Trials.job(Jobs.branin(4, 2)).deadline()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = TuningStatus.class,
            names = {"IN_PROGRESS", "STOPPING"})
    void cannotEndAsSomethingThatIsNoEnd(TuningStatus status) {
        assertThatThrownBy(() -> new Ending(status, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tuning job cannot end as [" + status + "]");
    }
}
