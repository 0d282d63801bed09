package dev.attune.search;

/**
 * What a model expects of the objective at a configuration, in the objective's own units.
 *
 * @param deviation standard deviation of the noiseless objective; not negative
 */
public record Estimate(double mean, double deviation) {}
