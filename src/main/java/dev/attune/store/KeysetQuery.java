package dev.attune.store;

import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Reach;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query for one page of named rows within reach by keyset: the rows after a position, never an offset, so that inserts between two pages
 * shift nothing. Only the database knows in which order it sorts names.
 */
final class KeysetQuery {
    private final String row;
    private final StringBuilder jpql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param select JPQL up to conditions that hold of all rows, with the parameter region
     * @param row its name for a row, which has a nameKey, an account, a createdAt and a status
     */
    KeysetQuery(String select, String row, Reach reach) {
        this.row = row + ".";
        jpql = new StringBuilder(select);
        parameters.put("region", reach.region());
        and(row + ".account = :account", "account", reach.account());
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
        var sorted = jpql + " order by " + column + direction + ", " + row + "nameKey" + direction + ", " + row
                + "account" + direction;
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
        var columns = List.of(column, row + "nameKey", row + "account");
        var names = List.of(":key", ":name", ":namesake");
        and(beyond(columns, names, beyond), "key", key(order.sort(), after.key(), statuses));
        parameters.put("name", after.name());
        parameters.put("namesake", after.account());
    }

    /** Lexicographic: beyond in the first column, or equal in it and beyond in the rest. */
    private static String beyond(List<String> columns, List<String> values, String beyond) {
        var first = columns.get(0) + beyond + values.get(0);
        if (columns.size() == 1) {
            return first;
        }
        var rest = beyond(columns.subList(1, columns.size()), values.subList(1, values.size()), beyond);
        return "(" + first + " or (" + columns.get(0) + " = " + values.get(0) + " and " + rest + "))";
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
