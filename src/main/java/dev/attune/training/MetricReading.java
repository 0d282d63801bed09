package dev.attune.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value, read from one log line by the metric's regular expression; finite.
 *
 * @param epoch how many epochs the training had done by then; null where the backend cannot tell
 */
public record MetricReading(
        String metric, double value, Instant at, @Nullable Integer epoch) {
    /** A reading that only its place among the others tells the epoch of. */
    public MetricReading(String metric, double value, Instant at) {
        this(metric, value, at, null);
    }
}
