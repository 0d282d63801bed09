package dev.attune.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tuning jobs to list, and in which order.
 *
 * @param nameContains in any case; null for all
 * @param created when they were created
 * @param updated when they last moved
 * @param after the last job of the page before, or null for the first page
 * @param limit at least 1
 */
public record JobQuery(
        Reach reach,
        @Nullable String nameContains,
        @Nullable TuningStatus status,
        Span created,
        Span updated,
        Sort sort,
        boolean descending,
        @Nullable Position after,
        int limit) {
    /** What to sort by; jobs that are equal in it are sorted by name and account. */
    public enum Sort {
        NAME,
        CREATION_TIME,
        STATUS
    }

    /** A stretch of time without its ends; null where it has none. */
    public record Span(@Nullable Instant after, @Nullable Instant before) {
        public static final Span ALL = new Span(null, null);

        public boolean contains(Instant time) {
            return (after == null || time.isAfter(after)) && (before == null || time.isBefore(before));
        }
    }

    /** Where a page ended: the last job's sort key, as text, and what makes it unique in a region. */
    public record Position(String key, String name, String account) {}

    /** The position of a job in this query's order. */
    public Position positionOf(TuningJob job) {
        var key = switch (sort) {
            case NAME -> job.key().name();
            case CREATION_TIME -> Long.toString(job.createdAt().toEpochMilli());
            case STATUS -> job.status().name();
        };
        return new Position(key, job.key().name(), job.key().scope().account());
    }
}
