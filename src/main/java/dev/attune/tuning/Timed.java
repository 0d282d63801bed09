package dev.attune.tuning;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that lives in simulated time of its own, by a {@link SimulatedClock}.
 *
 * @param <T> itself
 */
public interface Timed<T extends Timed<T>> {
    /** Where its simulated time starts. */
    Instant createdAt();

    /** The clock's {@link SimulatedClock#elapsed} at creation; less by as much as it has run ahead of the clock since. */
    Duration origin();

    /** Simulated time of its last step or change. */
    Instant updatedAt();

    /** The same with its simulated time moved against the clock's. */
    T withOrigin(Duration moved);
}
