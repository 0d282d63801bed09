package dev.attune.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a training job stands at one instant.
 *
 * @param transitions the secondary statuses so far, oldest first, at least one
 * @param metrics all values read from the log so far, oldest first
 * @param trainingStartedAt start of Downloading; null before
 * @param endedAt null while the job runs
 * @param failureReason null unless FAILED
 * @param retriedAttempts retries after internal errors so far
 * @param nextChange the earliest instant after this one at which {@code status} may differ; null when ended
 * @param nextReading the earliest instant after this one at which a metric may be read; null where none will be
 */
public record TrainingReport(
        TrainingStatus status,
        List<Transition> transitions,
        List<MetricReading> metrics,
        @Nullable Instant trainingStartedAt,
        @Nullable Instant endedAt,
        @Nullable String failureReason,
        int retriedAttempts,
        @Nullable Instant nextChange,
        @Nullable Instant nextReading) {
    public TrainingReport {
        transitions = List.copyOf(transitions);
        metrics = List.copyOf(metrics);
    }

    /** A report of a job of which no more metrics are expected. */
    public TrainingReport(
            TrainingStatus status,
            List<Transition> transitions,
            List<MetricReading> metrics,
            @Nullable Instant trainingStartedAt,
            @Nullable Instant endedAt,
            @Nullable String failureReason,
            int retriedAttempts,
            @Nullable Instant nextChange) {
        this(
                status,
                transitions,
                metrics,
                trainingStartedAt,
                endedAt,
                failureReason,
                retriedAttempts,
                nextChange,
                null);
    }

    /** The last value that was read of a metric; null where there was none. */
    public @Nullable Double last(String metric) {
        for (int i = metrics.size() - 1; i >= 0; i--) {
            if (metrics.get(i).metric().equals(metric)) {
                return metrics.get(i).value();
            }
        }
        return null;
    }

    /** The last value of each metric, in the order in which the metrics were first read. */
    public List<MetricReading> lastReadings() {
        var last = new LinkedHashMap<String, MetricReading>();
        metrics.forEach(reading -> last.put(reading.metric(), reading));
        return List.copyOf(last.values());
    }
}
