package dev.attune.tuning;

import org.jspecify.annotations.Nullable;

/**
 * Why a {@link StoppingRule} stopped a trial.
 *
 * @param epoch after which it was stopped
 * @param value of the objective at that epoch
 * @param bound what the value would have had to reach; null where the trial had all the epochs that it may have
 * @param compared with how many trials; itself among them where the rule has rungs
 * @param bracket of the trial, from 0; null where the rule has none
 */
public record Verdict(
        int epoch,
        double value,
        @Nullable Double bound,
        int compared,
        @Nullable Integer bracket) {}
