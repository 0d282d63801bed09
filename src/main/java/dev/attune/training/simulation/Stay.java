package dev.attune.training.simulation;

import java.time.Instant;

/** A secondary status from {@code start} on, until the next one. */
record Stay(SecondaryStatus status, Instant start) {}
