package dev.attune.tuning;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tuning job may use.
 *
 * @param maxTrials training jobs it may launch in all, at least 1
 * @param maxParallel training jobs that may run at once, at least 1
 * @param maxRuntime simulated time from its creation to its end; null for no bound
 */
public record Limits(
        int maxTrials, int maxParallel, @Nullable Duration maxRuntime) {
    public Limits {
        if (maxTrials < 1 || maxParallel < 1) {
            throw new IllegalArgumentException(
                    "maxTrials [" + maxTrials + "] and maxParallel [" + maxParallel + "] must be at least 1");
        }
    }
}
