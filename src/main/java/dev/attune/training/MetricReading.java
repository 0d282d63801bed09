package dev.attune.training;

import java.time.Instant;

/** A metric's value, read from one log line by the metric's regular expression; finite. */
public record MetricReading(String metric, double value, Instant at) {}
