package dev.attune.tuning;

/** How a tuning job searches. */
public enum Strategy {
    /** Learns from the training jobs that have ended. */
    BAYESIAN,
    /** Draws without regard to what came before, but nothing twice. */
    RANDOM,
    /** Takes every configuration of categories once. */
    GRID,
    /** Draws as RANDOM does, and lets the better ones train longer: see {@link RungRule}. */
    HYPERBAND;

    /** As AWS writes it: {@code Bayesian}. */
    public String word() {
        return switch (this) {
            case BAYESIAN -> "Bayesian";
            case RANDOM -> "Random";
            case GRID -> "Grid";
            case HYPERBAND -> "Hyperband";
        };
    }
}
