package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.TrialRecord.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialRecordTest {
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void hasARowForEachEpochAndEndsWithTheTraining() {
        var report = report(
                TrainingStatus.COMPLETED,
                List.of("Starting 60", "Downloading 20", "Training 100", "Uploading 10", "Completed 0"),
                loss(1, 110, 0.5),
                loss(2, 170, 0.4));

        assertThat(rows(report))
                .containsExactly(new Row(1, 30, Map.of("loss", 0.5), ""), new Row(2, 100, Map.of("loss", 0.4), ""));
    }

    @Test
    void failsInTheEpochAfterTheLastOneThatWasRead() {
        var report = report(
                TrainingStatus.FAILED,
                List.of("Starting 60", "Downloading 20", "Training 100", "Failed 0"),
                loss(1, 110, 0.5));

        assertThat(rows(report))
                .containsExactly(
                        new Row(1, 30, Map.of("loss", 0.5), ""), new Row(2, 100, Map.of(), "AlgorithmError: no"));
    }

    @Test
    void forgetsTheFirstAttemptOfATrainingThatBeganAnew() {
        var report = report(
                TrainingStatus.COMPLETED,
                List.of(
                        "Downloading 20",
                        "Training 100",
                        "Restarting 30",
                        "Downloading 20",
                        "Training 200",
                        "Completed 0"),
                loss(1, 50, 0.9),
                loss(2, 80, 0.8),
                loss(1, 230, 0.5),
                loss(2, 300, 0.4));

        assertThat(rows(report))
                .containsExactly(new Row(1, 60, Map.of("loss", 0.5), ""), new Row(2, 200, Map.of("loss", 0.4), ""));
    }

    @Test
    void leavesOutTheWaitsOfAnInterruptedTrainingThatWentOn() {
        var report = report(
                TrainingStatus.COMPLETED,
                List.of("Training 100", "Interrupted 1000", "Downloading 20", "Training 50", "Completed 0"),
                loss(1, 80, 0.5),
                loss(2, 1140, 0.4));

        assertThat(rows(report))
                .containsExactly(new Row(1, 80, Map.of("loss", 0.5), ""), new Row(2, 150, Map.of("loss", 0.4), ""));
    }

    @Test
    void ofATrainingWithoutAMetricTellsItsTimeAlone() {
        var silent = report(TrainingStatus.COMPLETED, List.of("Training 100", "Completed 0"));
        var stopped = report(TrainingStatus.STOPPED, List.of("Training 100", "Stopped 0"));

        assertThat(rows(silent)).containsExactly(new Row(1, 100, Map.of(), ""));
        assertThat(TrialRecord.of(Map.of(), stopped)).isEmpty();
    }

    @Test
    void countsTheReadingsWhereNoEpochsAreTold() {
        var report = report(
                TrainingStatus.STOPPED,
                List.of("Training 100", "Stopped 0"),
                new MetricReading("loss", 0.5, START.plusSeconds(10)),
                new MetricReading("accuracy", 0.7, START.plusSeconds(10)),
                new MetricReading("loss", 0.4, START.plusSeconds(20)));

        assertThat(rows(report))
                .containsExactly(
                        new Row(1, 10, Map.of("loss", 0.5, "accuracy", 0.7), ""),
                        new Row(2, 20, Map.of("loss", 0.4), ""));
    }

    private static List<Row> rows(TrainingReport report) {
        return TrialRecord.of(Map.of("eta", "0.1"), report).orElseThrow().rows();
    }

    private static MetricReading loss(int epoch, long second, double value) {
        return new MetricReading("loss", value, START.plusSeconds(second), epoch);
    }

    /** A report with statuses and the seconds that each lasts. */
    private static TrainingReport report(TrainingStatus status, List<String> stays, MetricReading... readings) {
        var at = START;
        var transitions = new ArrayList<Transition>();
        for (var stay : stays) {
            var parts = stay.split(" ");
            var end = at.plusSeconds(Long.parseLong(parts[1]));
            transitions.add(new Transition(parts[0], at, end, ""));
            at = end;
        }
        var reason = status == TrainingStatus.FAILED ? "AlgorithmError: no" : null;
        return new TrainingReport(status, transitions, List.of(readings), START, at, reason, 0, null);
    }
}
