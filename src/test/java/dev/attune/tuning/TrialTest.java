package dev.attune.tuning;

import static dev.attune.tuning.Trials.T0;
import static dev.attune.tuning.Trials.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
    @Test
    void isDueToBeLookedAtWhenItIsLaunched() {
        assertThat(Trials.launched(1).nextChange()).isEqualTo(T0);
        assertThat(Trials.launched(1).ended()).isFalse();
    }

    @Test
    void keepsItsObjectiveWhenItIsStopped() {
        assertThat(Trials.stopped(1, 0.5).objective()).isEqualTo(0.5);
        assertThat(Trials.stopped(1, 0.5).succeeded()).isTrue();
    }

    @Test
    void hasNoObjectiveWhenItFailed() {
        assertThat(Trials.failed(1).objective()).isNull();
        assertThat(Trials.failed(1).failureReason()).isEqualTo("AlgorithmError: broken");
        assertThat(Trials.failed(1).succeeded()).isFalse();
    }

    @Test
    void hasNoObjectiveWhileItRuns() {
        assertThat(Trials.running(1).objective()).isNull();
        assertThat(Trials.running(1).succeeded()).isFalse();
    }

    @Test
    void takesTheLastValueOfTheObjectiveAlone() {
        var report = new TrainingReport(
                TrainingStatus.COMPLETED,
                List.of(),
                List.of(
                        new MetricReading("loss", 3, minute(1)),
                        new MetricReading("loss", 2, minute(2)),
                        new MetricReading("accuracy", 9, minute(3))),
                minute(1),
                minute(4),
                null,
                0,
                null);

        assertThat(Trials.launched(1).reported(report, "loss").objective()).isEqualTo(2);
    }

    // A database may forget the sign of a zero; a history must not depend on whether it was read back.
    @Test
    void doesNotTellZerosApart() {
        assertThat(Trials.completed(1, -0.0).objective()).hasToString("0.0");
    }

    @Test
    void trainsFromTheDownloadToTheEnd() {
        assertThat(Trials.completed(1, 0.5).trainingTime()).isEqualTo(Duration.ofMinutes(9));
        assertThat(Trials.running(1).trainingTime()).isZero();
        assertThat(Trials.launched(1).trainingTime()).isZero();
    }
}
