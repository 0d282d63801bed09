package dev.attune.training;

/** A metric to read from a training job's log: its name, and a regular expression whose first group is the value. */
public record MetricDefinition(String name, String regex) {}
