package dev.attune.tuning;

/** The best trial of a tuning job and all its parents, and the name of the tuning job that it is of. */
public record OverallBest(String tuningJob, Trial trial) {}
