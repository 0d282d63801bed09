package dev.attune.tuning;

import dev.attune.training.TrainingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which training jobs to list, whoever launched them, and in which order.
 *
 * @param nameContains in any case; null for all
 * @param created when they were created
 * @param updated when their secondary status last changed
 * @param after the last training job of the page before, or null for the first page
 * @param limit at least 1
 */
public record TrainingJobQuery(
        Reach reach,
        @Nullable String nameContains,
        JobQuery.Span created,
        JobQuery.Span updated,
        JobQuery.Sort sort,
        boolean descending,
        JobQuery.@Nullable Position after,
        int limit) {

    /**
     * A training job in a list.
     *
     * @param name as it was written
     * @param status as it stood after its last step
     * @param launcher the tuning job that launched it; null where a client created it by itself
     */
    public record Row(
            Scope scope,
            String name,
            Instant createdAt,
            TrainingStatus status,
            @Nullable JobKey launcher) {
        JobKey key() {
            return new JobKey(scope, name);
        }
    }

    /** The position of a training job in this query's order. */
    public JobQuery.Position positionOf(Row row) {
        var name = row.key().name();
        var key = switch (sort) {
            case NAME -> name;
            case CREATION_TIME -> Long.toString(row.createdAt().toEpochMilli());
            case STATUS -> row.status().name();
        };
        return new JobQuery.Position(key, name, row.scope().account());
    }

    /** The same query from another position on, with another limit. */
    TrainingJobQuery from(JobQuery.@Nullable Position position, int most) {
        return new TrainingJobQuery(reach, nameContains, created, updated, sort, descending, position, most);
    }
}
