package dev.attune.training;

import java.time.Instant;

/** One line of a training job's output. */
public record LogLine(Instant at, String text) {}
