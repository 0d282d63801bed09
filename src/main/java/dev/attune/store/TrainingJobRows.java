package dev.attune.store;

import dev.attune.training.TrainingStatus;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.TrainingJobQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of training jobs, those of tuning jobs and those that clients created, by keyset as {@link JobListing}. One query over both tables:
 * only the database knows in which order it sorts names.
 */
final class TrainingJobRows {
    private static final String BOTH = """
            select run.name as name, run.createdAt as createdAt, run.status as status, run.launcher as launcher from (
                select trial.name as name, trial.nameKey as nameKey, trial.launchedAt as createdAt,
                        trial.endedAt as endedAt, trial.status as status, job.name as launcher
                    from TrialEntity trial join TuningJobEntity job on job.id = trial.id.tuningJobId
                    where job.account = :account and job.region = :region
                union all
                select own.name as name, own.nameKey as nameKey, own.createdAt as createdAt,
                        own.endedAt as endedAt, own.status as status, cast(null as String) as launcher
                    from TrainingJobEntity own
                    where own.account = :account and own.region = :region
            ) run where 1 = 1""";

    private final TrainingJobQuery query;
    private final StringBuilder where = new StringBuilder(BOTH);
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private TrainingJobRows(TrainingJobQuery query) {
        this.query = query;
        parameters.put("account", query.scope().account());
        parameters.put("region", query.scope().region());
        filter();
        position();
    }

    static List<TrainingJobQuery.Row> find(EntityManager entities, TrainingJobQuery query) {
        var listing = new TrainingJobRows(query);
        var order = query.descending() ? " desc" : " asc";
        var jpql = listing.where + " order by " + listing.column() + order + ", run.nameKey" + order;
        var typed = entities.createQuery(jpql, Tuple.class).setMaxResults(query.limit());
        listing.parameters.forEach(typed::setParameter);
        return typed.getResultList().stream().map(listing::row).toList();
    }

    private TrainingJobQuery.Row row(Tuple tuple) {
        return new TrainingJobQuery.Row(
                tuple.get("name", String.class),
                tuple.get("createdAt", Instant.class),
                tuple.get("status", TrainingStatus.class),
                launcher(tuple.get("launcher", String.class)));
    }

    private @Nullable JobKey launcher(@Nullable String name) {
        return name == null ? null : new JobKey(query.scope(), name);
    }

    private void filter() {
        var fragment = query.nameContains();
        if (fragment != null) {
            and("run.nameKey like :fragment escape '!'", "fragment", "%" + JobListing.escaped(fragment) + "%");
        }
        var created = query.created();
        if (created.after() != null) {
            and("run.createdAt > :createdAfter", "createdAfter", created.after());
        }
        if (created.before() != null) {
            and("run.createdAt < :createdBefore", "createdBefore", created.before());
        }
        var updated = query.updated();
        if (updated.after() != null) {
            and("(run.endedAt is null or run.endedAt > :updatedAfter)", "updatedAfter", updated.after());
        }
        if (updated.before() != null) {
            and("(run.endedAt is null or run.endedAt < :updatedBefore)", "updatedBefore", updated.before());
        }
    }

    private void position() {
        var after = query.after();
        if (after != null) {
            var beyond = query.descending() ? "<" : ">";
            var column = column();
            and(
                    "(" + column + " " + beyond + " :key or (" + column + " = :key and run.nameKey " + beyond
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
            case NAME -> "run.nameKey";
            case CREATION_TIME -> "run.createdAt";
            case STATUS -> "run.status";
        };
    }

    private Object key(String text) {
        return switch (query.sort()) {
            case NAME -> text;
            case CREATION_TIME -> Instant.ofEpochMilli(Long.parseLong(text));
            case STATUS -> TrainingStatus.valueOf(text);
        };
    }
}
