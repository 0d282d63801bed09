package dev.attune.training.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Values that must be the same on every machine and every JDK: a stored tuning job is computed again after an upgrade. */
class GoldenTest {
    @Test
    void theDefaultWorkloadIsTheSameEverywhere() {
        var report = new SimulatedTraining().report(TestJobs.usual().job(), TestJobs.START.plus(Duration.ofDays(1)));

        assertThat(report.endedAt()).hasToString("2017-11-29T00:06:43.886Z");
        assertThat(report.metrics()).hasSize(20);
        assertThat(report.metrics())
                .last()
                .hasToString(
                        "MetricReading[metric=validation:accuracy, value=0.9021834278, at=2017-11-29T00:06:34.572Z, epoch=20]");
    }

    @Test
    void drawsAreTheSameEverywhere() {
        assertThat(Draw.of("purpose", 1, 2L).uniform()).isEqualTo(0.7086472213431109);
        assertThat(Draw.of(42L, 7, "noise").gaussian()).isEqualTo(-1.0310501799481464);
    }

    @Test
    void testFunctionsAreTheSameEverywhere() {
        assertThat(TestFunction.HARTMANN6.value(0.1, 0.2, 0.3, 0.4, 0.5, 0.6)).isEqualTo(-1.4069105761385299);
        assertThat(TestFunction.ACKLEY.value(1.5, -2.5)).isEqualTo(9.10803008998326);
        assertThat(TestFunction.LEVY.value(1.5, -2.5)).isEqualTo(1.4618552521188928);
    }
}
