package dev.attune.tuning;

import static dev.attune.tuning.Trials.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void theNthReadingIsTheNthEpochWhereNobodySaysOtherwise() {
        var curve = curve(minute(9), reading(3, 2, null), reading(2, 3, null), reading(1, 4, null));

        assertThat(curve).isEqualTo(new Curve(List.of(1, 2, 3), List.of(3.0, 2.0, 1.0), minute(4), true));
    }

    @Test
    void theBackendKnowsTheEpochsBetter() {
        var curve = curve(null, reading(3, 2, 2), reading(2, 3, 5), reading(1, 4, 7));

        assertThat(curve).isEqualTo(new Curve(List.of(2, 5, 7), List.of(3.0, 2.0, 1.0), minute(4), false));
    }

    @Test
    void ofAnEpochTheLastReadingCounts() {
        var curve = curve(null, reading(3, 2, 1), reading(2, 2, 1), reading(-0.0, 3, 2));

        assertThat(curve.epochs()).containsExactly(1, 2);
        assertThat(curve.values()).containsExactly(2.0, 0.0);
    }

    @Test
    void aTrainingThatBeginsAnewWritesOverItsFirstAttempt() {
        var curve =
                curve(null, reading(9, 2, 1), reading(8, 3, 2), reading(7, 4, 3), reading(6, 5, 1), reading(5, 6, 2));

        assertThat(curve.epochs()).containsExactly(1, 2);
        assertThat(curve.values()).containsExactly(6.0, 5.0);
    }

    @Test
    void otherMetricsDoNotCount() {
        var other = new MetricReading("accuracy", 0.5, minute(3));

        assertThat(curve(null, other)).isEqualTo(Curve.EMPTY);
        assertThat(curve(null, reading(3, 2, null), other).readAt()).isEqualTo(minute(2));
    }

    @Test
    void tellsValuesAndAveragesBetweenItsEpochs() {
        var curve = curve(null, reading(4, 2, 2), reading(2, 3, 4), reading(0, 4, 6));

        assertThat(curve.valueAt(1)).isNaN();
        assertThat(curve.valueAt(5)).isEqualTo(2);
        assertThat(curve.averageUntil(1)).isNaN();
        assertThat(curve.averageUntil(5)).isEqualTo(3);
        assertThat(curve.averageUntil(6)).isEqualTo(2);
        assertThat(curve.firstWithin(3, 9)).isEqualTo(2);
        assertThat(curve.firstWithin(5, 6)).isNaN();
        assertThat(curve.firstWithin(7, 21)).isNaN();
    }

    private static MetricReading reading(double value, int minute, @Nullable Integer epoch) {
        return new MetricReading("loss", value, minute(minute), epoch);
    }

    private static Curve curve(@Nullable Instant nextReading, MetricReading... readings) {
        var report = new TrainingReport(
                TrainingStatus.IN_PROGRESS,
                List.of(),
                List.of(readings),
                minute(1),
                null,
                null,
                0,
                minute(20),
                nextReading);
        return Curve.of(report, "loss");
    }
}
