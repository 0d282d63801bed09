package dev.attune.store;

import dev.attune.tuning.JobQuery;
import dev.attune.tuning.TuningStatus;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One page of tuning jobs by keyset: the rows after a position, never an offset, so that inserts between two pages shift nothing. */
final class JobListing {
    private final JobQuery query;
    private final StringBuilder where = new StringBuilder(
            "select job from TuningJobEntity job where job.account = :account and job.region = :region");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private JobListing(JobQuery query) {
        this.query = query;
        parameters.put("account", query.scope().account());
        parameters.put("region", query.scope().region());
        filter();
        position();
    }

    static List<TuningJobEntity> find(EntityManager entities, JobQuery query) {
        var listing = new JobListing(query);
        var order = query.descending() ? " desc" : " asc";
        var jpql = listing.where + " order by " + listing.column() + order + ", job.nameKey" + order;
        var typed = entities.createQuery(jpql, TuningJobEntity.class).setMaxResults(query.limit());
        listing.parameters.forEach(typed::setParameter);
        return typed.getResultList();
    }

    private void filter() {
        var fragment = query.nameContains();
        if (fragment != null) {
            and("job.nameKey like :fragment escape '!'", "fragment", "%" + escaped(fragment) + "%");
        }
        if (query.status() != null) {
            and("job.status = :status", "status", query.status());
        }
        within("createdAt", query.created());
        within("updatedAt", query.updated());
    }

    private void within(String time, JobQuery.Span span) {
        if (span.after() != null) {
            and("job." + time + " > :" + time + "After", time + "After", span.after());
        }
        if (span.before() != null) {
            and("job." + time + " < :" + time + "Before", time + "Before", span.before());
        }
    }

    private void position() {
        var after = query.after();
        if (after != null) {
            var beyond = query.descending() ? "<" : ">";
            var column = column();
            and(
                    "(" + column + " " + beyond + " :key or (" + column + " = :key and job.nameKey " + beyond
                            + " :name))",
                    "key",
                    key(after.key()));
            parameters.put("name", after.name());
        }
    }

    private void and(String condition, String parameter, Object value) {
        where.append(" and ").append(condition);
        parameters.put(parameter, value);
    }

    private String column() {
        return switch (query.sort()) {
            case NAME -> "job.nameKey";
            case CREATION_TIME -> "job.createdAt";
            case STATUS -> "job.status";
        };
    }

    private Object key(String text) {
        return switch (query.sort()) {
            case NAME -> text;
            case CREATION_TIME -> Instant.ofEpochMilli(Long.parseLong(text));
            case STATUS -> TuningStatus.valueOf(text);
        };
    }

    static String escaped(String fragment) {
        return fragment.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
