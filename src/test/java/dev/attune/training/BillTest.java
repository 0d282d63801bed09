package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BillTest {
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final Terms SPOT = new Terms(true, null, null, Map.of());

    @Test
    void isForAllOfTheTrainingTimeOnOrdinaryInstances() {
        var report = report(true, "Starting 60", "Downloading 20", "Training 100", "Uploading 10.5", "Completed 0");

        assertThat(bill(Terms.USUAL, report)).isEqualTo(new Bill(Duration.ofSeconds(131), Duration.ofSeconds(131)));
        assertThat(bill(Terms.USUAL, report).savings()).isZero();
    }

    @Test
    void isForLessThanTheTrainingTimeOnSpotInstances() {
        var report = report(true, "Starting 60", "Downloading 20", "Training 170", "Uploading 10", "Completed 0");

        assertThat(bill(SPOT, report)).isEqualTo(new Bill(Duration.ofSeconds(200), Duration.ofSeconds(70)));
        assertThat(bill(SPOT, report).savings()).isCloseTo(0.65, within(1e-12));
    }

    @Test
    void isNotForTheTimeInWhichASpotJobWaitsForInstances() {
        var report = report(
                true,
                "Starting 60",
                "Downloading 20",
                "Training 80",
                "Interrupted 300",
                "Starting 60",
                "Downloading 20",
                "Training 70",
                "Uploading 10",
                "Completed 0");

        assertThat(bill(SPOT, report)).isEqualTo(new Bill(Duration.ofSeconds(560), Duration.ofSeconds(70)));
    }

    @Test
    void isForTheTimeSoFarOfAJobThatRuns() {
        var report = report(false, "Starting 60", "Downloading 20", "Training 100");

        assertThat(Bill.of(Terms.USUAL, report, START.plusSeconds(90)))
                .contains(new Bill(Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    @Test
    void thereIsNoneBeforeTrainingBegins() {
        var report = report(true, "Starting 60", "Failed 0");

        assertThat(Bill.of(SPOT, report, START.plusSeconds(600))).isEmpty();
    }

    private static Bill bill(Terms terms, TrainingReport report) {
        return Bill.of(terms, report, Objects.requireNonNull(report.endedAt())).orElseThrow();
    }

    /** Statuses and the seconds that each lasts. */
    private static TrainingReport report(boolean ended, String... stays) {
        var at = START;
        var transitions = new ArrayList<Transition>();
        Instant started = null;
        for (var stay : stays) {
            var parts = stay.split(" ");
            var end = at.plusMillis(Math.round(1000 * Double.parseDouble(parts[1])));
            transitions.add(new Transition(parts[0], at, end, ""));
            started = started == null && parts[0].equals("Downloading") ? at : started;
            at = end;
        }
        var status = ended ? TrainingStatus.COMPLETED : TrainingStatus.IN_PROGRESS;
        return new TrainingReport(status, transitions, List.of(), started, ended ? at : null, null, 0, null);
    }
}
