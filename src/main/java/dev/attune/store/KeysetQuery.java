package dev.attune.store;

import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query for one page of named rows of a scope by keyset: the rows after a position, never an offset, so that inserts between two pages
 * shift nothing. Only the database knows in which order it sorts names.
 */
final class KeysetQuery {
    private final String row;
    private final StringBuilder jpql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param select JPQL up to conditions that hold of all rows, with the parameters account and region
     * @param row its name for a row, which has a nameKey, a createdAt and a status
     */
    KeysetQuery(String select, String row, Scope scope) {
        this.row = row + ".";
        jpql = new StringBuilder(select);
        parameters.put("account", scope.account());
        parameters.put("region", scope.region());
    }

    /** Adds a condition that names one parameter. */
    void and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            jpql.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }

    void nameContains(@Nullable String fragment) {
        var pattern = fragment == null ? null : "%" + escaped(fragment) + "%";
        and(row + "nameKey like :fragment escape '!'", "fragment", pattern);
    }

    /** Adds the condition that a time of the row is within a span. */
    void within(String time, JobQuery.Span span) {
        and(row + time + " > :" + time + "After", time + "After", span.after());
        and(row + time + " < :" + time + "Before", time + "Before", span.before());
    }

    /**
     * The page.
     *
     * @param statuses the type of the row's status
     */
    <T, S extends Enum<S>> TypedQuery<T> page(EntityManager entities, Class<T> type, Order order, Class<S> statuses) {
        var column = row + column(order.sort());
        if (order.after() != null) {
            beyond(column, order, order.after(), statuses);
        }
        var direction = order.descending() ? " desc" : " asc";
        var sorted = jpql + " order by " + column + direction + ", " + row + "nameKey" + direction;
        var query = entities.createQuery(sorted, type).setMaxResults(order.limit());
        parameters.forEach(query::setParameter);
        return query;
    }

    /**
     * In which order the rows come, and where the page begins.
     *
     * @param after the last row of the page before; null for the first page
     */
    record Order(JobQuery.Sort sort, boolean descending, JobQuery.@Nullable Position after, int limit) {}

    private <S extends Enum<S>> void beyond(String column, Order order, JobQuery.Position after, Class<S> statuses) {
        var beyond = order.descending() ? " < " : " > ";
        var key = key(order.sort(), after.key(), statuses);
        and(
                "(" + column + beyond + ":key or (" + column + " = :key and " + row + "nameKey" + beyond + ":name))",
                "key",
                key);
        parameters.put("name", after.name());
    }

    private static String column(JobQuery.Sort sort) {
        return switch (sort) {
            case NAME -> "nameKey";
            case CREATION_TIME -> "createdAt";
            case STATUS -> "status";
        };
    }

    private static <S extends Enum<S>> Object key(JobQuery.Sort sort, String text, Class<S> statuses) {
        return switch (sort) {
            case NAME -> text;
            case CREATION_TIME -> Instant.ofEpochMilli(Long.parseLong(text));
            case STATUS -> Enum.valueOf(statuses, text);
        };
    }

    private static String escaped(String fragment) {
        return fragment.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
