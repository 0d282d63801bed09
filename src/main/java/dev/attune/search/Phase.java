package dev.attune.search;

/** What kind of reasoning a proposal came from. */
public enum Phase {
    /** The space-filling design at the start. */
    INITIAL,
    /** Drawn at random. */
    RANDOM,
    /** Drawn at random, to be stopped early unless it is good. */
    HYPERBAND,
    /** The next of a grid. */
    GRID,
    /** The maximiser of an acquisition function over a model. */
    BAYESIAN,
    /** The same near the best trial, over a model of its neighbourhood; the least mean where there is noise. */
    POLISHING
}
