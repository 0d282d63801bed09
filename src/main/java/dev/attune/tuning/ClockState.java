package dev.attune.tuning;

import java.time.Duration;
import java.time.Instant;

/**
 * Where simulated time stands: enough to go on after a restart.
 *
 * @param anchor wall time (where time stands still: the clock's own time) at which {@code elapsed} was right
 * @param elapsed simulated time that had passed then, since the clock was first started
 */
public record ClockState(ClockSettings settings, Instant anchor, Duration elapsed) {}
