package dev.attune.tuning;

import org.jspecify.annotations.Nullable;

/**
 * The best trial of a tuning job and all its parents, with the name of the tuning job that it is of.
 *
 * @param algorithm its algorithm's name; null where that has none
 */
public record OverallBest(String tuningJob, @Nullable String algorithm, Trial trial) {}
