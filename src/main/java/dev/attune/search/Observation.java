package dev.attune.search;

import org.jspecify.annotations.Nullable;

/**
 * A finished trial as the search sees it.
 *
 * @param trial its number, from 1; 0 and less for what was known before the first trial
 * @param value the objective in the job's own direction, or null where the trial failed or gave none; never NaN
 */
public record Observation(
        int trial, Configuration configuration, @Nullable Double value) {
    public Observation {
        if (value != null && value.isNaN()) {
            throw new IllegalArgumentException("The value of trial [" + trial + "] is NaN");
        }
    }

    public boolean failed() {
        return value == null;
    }
}
