package dev.attune.search;

import org.jspecify.annotations.Nullable;

/**
 * Why a configuration was proposed: kept with its trial.
 *
 * @param mean the model's prediction in the objective's own units; null where no model spoke
 * @param deviation standard deviation of that prediction, same units; null likewise
 * @param acquisition value of the acquisition function at the configuration; null likewise
 * @param seed of the random stream that made it
 */
public record Proposal(
        Phase phase,
        @Nullable Double mean,
        @Nullable Double deviation,
        @Nullable Double acquisition,
        long seed) {
    /** A proposal that no model stood behind. */
    public static Proposal without(Phase phase, long seed) {
        return new Proposal(phase, null, null, null, seed);
    }
}
