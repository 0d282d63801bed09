package dev.attune.search;

import org.jspecify.annotations.Nullable;

/**
 * Why a configuration was proposed: kept with its trial.
 *
 * @param mean the model's prediction in the objective's own units; null where no model spoke
 * @param deviation standard deviation of that prediction, same units; null likewise
 * @param acquisition value of the acquisition function at the configuration; null likewise
 * @param seed of the random stream that made it
 * @param model the model that spoke; null likewise, and in proposals that were stored before there was this member
 */
public record Proposal(
        Phase phase,
        @Nullable Double mean,
        @Nullable Double deviation,
        @Nullable Double acquisition,
        long seed,
        @Nullable ModelSummary model) {
    /** A proposal that no model stood behind. */
    public static Proposal without(Phase phase, long seed) {
        return new Proposal(phase, null, null, null, seed, null);
    }
}
