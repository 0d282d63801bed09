package dev.attune.tuning;

/** How a tuning job searches. */
public enum Strategy {
    BAYESIAN
}
