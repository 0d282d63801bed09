package dev.attune.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a training job did that has ended, for a {@link TrialTable}.
 *
 * @param hyperParameters those that were tuned, in the search space's order
 * @param rows by epoch, at least one
 */
public record TrialRecord(Map<String, String> hyperParameters, List<Row> rows) {
    private static final String TRAINING = "Training";

    public TrialRecord {
        hyperParameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperParameters));
        rows = List.copyOf(rows);
    }

    /**
     * What was seen after an epoch.
     *
     * @param seconds since training began; NaN where that is not known
     * @param metrics the values that were read
     * @param failure the FailureReason with which training ended in this epoch; empty where it did not
     */
    public record Row(int epoch, double seconds, Map<String, Double> metrics, String failure) {
        public Row {
            metrics = Map.copyOf(metrics);
        }
    }

    /** Of a training job's report; empty where it runs, and where it was stopped before it told anything. */
    public static Optional<TrialRecord> of(Map<String, String> hyperParameters, TrainingReport report) {
        var rows = report.status().terminal() ? new Reader(report).rows() : List.<Row>of();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new TrialRecord(hyperParameters, rows));
    }

    /** Reads a report, reading by reading. Used by one thread. */
    private static final class Reader {
        private final TrainingReport report;
        private final TreeMap<Integer, Seen> epochs = new TreeMap<>();
        private Duration begun = Duration.ZERO;

        Reader(TrainingReport report) {
            this.report = report;
        }

        List<Row> rows() {
            report.metrics().forEach(this::read);
            var rows = new ArrayList<Row>();
            epochs.forEach((epoch, seen) -> rows.add(new Row(epoch, seconds(seen.at()), seen.metrics(), "")));
            switch (report.status()) {
                case COMPLETED -> complete(rows);
                case FAILED ->
                    rows.add(new Row(last() + 1, seconds(end()), Map.of(), String.valueOf(report.failureReason())));
                default -> {}
            }
            return rows;
        }

        private void read(MetricReading reading) {
            var told = reading.epoch();
            int epoch = told == null ? untold(reading.at()) : told;
            var known = epochs.get(epoch);
            if (epoch < last() || (known != null && !known.at().equals(reading.at()))) {
                // Training began anew, and writes over its first attempt.
                epochs.clear();
                begun = trained(lastBegin(reading.at()));
            }
            epochs.computeIfAbsent(epoch, number -> new Seen(reading.at(), new HashMap<>()))
                    .metrics()
                    .put(reading.metric(), reading.value());
        }

        /** Where the backend tells no epochs, each instant of reading is the next one. */
        private int untold(Instant at) {
            return !epochs.isEmpty() && epochs.lastEntry().getValue().at().equals(at) ? last() : last() + 1;
        }

        private int last() {
            return epochs.isEmpty() ? 0 : epochs.lastKey();
        }

        /** The last epoch ends with the training. */
        private void complete(List<Row> rows) {
            var last = rows.isEmpty() ? new Row(1, 0, Map.of(), "") : rows.remove(rows.size() - 1);
            rows.add(new Row(last.epoch(), seconds(end()), last.metrics(), ""));
        }

        private Instant end() {
            var ended = report.endedAt();
            return ended == null ? Instant.MAX : ended;
        }

        private double seconds(Instant at) {
            return trained(at).minus(begun).toMillis() / 1000.0;
        }

        /** The time spent in training until then, waits left out. */
        private Duration trained(Instant at) {
            return report.transitions().stream()
                    .filter(stay ->
                            stay.status().equals(TRAINING) && stay.start().isBefore(at))
                    .map(stay -> Duration.between(
                            stay.start(), stay.end() == null || stay.end().isAfter(at) ? at : stay.end()))
                    .reduce(Duration.ZERO, Duration::plus);
        }

        private Instant lastBegin(Instant at) {
            return report.transitions().stream()
                    .filter(stay ->
                            stay.status().equals(TRAINING) && !stay.start().isAfter(at))
                    .map(Transition::start)
                    .reduce(at, (first, second) -> second);
        }

        /** The values that were read at one time. */
        private record Seen(Instant at, Map<String, Double> metrics) {}
    }
}
