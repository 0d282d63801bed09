package dev.attune.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tuning jobs to list, and in which order.
 *
 * @param nameContains in any case; null for all
 * @param createdAfter exclusive
 * @param createdBefore exclusive
 * @param after the last job of the page before, or null for the first page
 * @param limit at least 1
 */
public record JobQuery(
        Scope scope,
        @Nullable String nameContains,
        @Nullable TuningStatus status,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        Sort sort,
        boolean descending,
        @Nullable Position after,
        int limit) {
    /** What to sort by; jobs that are equal in it are sorted by name. */
    public enum Sort {
        NAME,
        CREATION_TIME,
        STATUS
    }

    /** Where a page ended: the last job's sort key, as text, and its name. */
    public record Position(String key, String name) {}

    /** The position of a job in this query's order. */
    public Position positionOf(TuningJob job) {
        var key = switch (sort) {
            case NAME -> job.key().name();
            case CREATION_TIME -> Long.toString(job.createdAt().toEpochMilli());
            case STATUS -> job.status().name();
        };
        return new Position(key, job.key().name());
    }
}
