package dev.attune.training;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a training job is run, besides on what.
 *
 * @param spot EnableManagedSpotTraining: the instances are cheap, and may be taken away
 * @param maxWait StoppingCondition.MaxWaitTimeInSeconds, for spot training; null for no bound
 * @param retries RetryStrategy.MaximumRetryAttempts; null leaves it to the service
 * @param tags by key, those with which it was created; copied, sorted
 */
public record Terms(
        boolean spot, @Nullable Duration maxWait, @Nullable Integer retries, Map<String, String> tags) {
    /** Those of a request that says nothing of them. */
    public static final Terms USUAL = new Terms(false, null, null, Map.of());

    public Terms {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** How often the service tries again before it gives up, where it has its usual number. */
    public int retries(int usual) {
        return retries == null ? usual : retries;
    }

    /** The same with other tags. */
    public Terms withTags(Map<String, String> others) {
        return new Terms(spot, maxWait, retries, others);
    }
}
