package dev.attune.store;

import dev.attune.training.TrainingStatus;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TrainingJobQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of training jobs, those of tuning jobs and those that clients created: one query over both tables. */
final class TrainingJobRows {
    private static final String BOTH = """
            select run.account as account, run.name as name, run.createdAt as createdAt, run.status as status, run.launcher as launcher from (
                select job.account as account, trial.name as name, trial.nameKey as nameKey, trial.launchedAt as createdAt,
                        trial.endedAt as endedAt, trial.status as status, job.name as launcher
                    from TrialEntity trial join TuningJobEntity job on job.id = trial.id.tuningJobId
                    where job.region = :region
                union all
                select own.account as account, own.name as name, own.nameKey as nameKey, own.createdAt as createdAt,
                        own.endedAt as endedAt, own.status as status, cast(null as String) as launcher
                    from TrainingJobEntity own
                    where own.region = :region
            ) run where 1 = 1""";

    private TrainingJobRows() {}

    static List<TrainingJobQuery.Row> find(EntityManager entities, TrainingJobQuery query) {
        var runs = new KeysetQuery(BOTH, "run", query.reach());
        runs.nameContains(query.nameContains());
        runs.within("createdAt", query.created());
        updated(runs, query.updated());
        var order = new KeysetQuery.Order(query.sort(), query.descending(), query.after(), query.limit());
        return runs.page(entities, Tuple.class, order, TrainingStatus.class).getResultList().stream()
                .map(tuple -> row(query.reach().region(), tuple))
                .toList();
    }

    /** One that has not ended may have moved at any time. */
    private static void updated(KeysetQuery runs, JobQuery.Span span) {
        runs.and("(run.endedAt is null or run.endedAt > :updatedAfter)", "updatedAfter", span.after());
        runs.and("(run.endedAt is null or run.endedAt < :updatedBefore)", "updatedBefore", span.before());
    }

    private static TrainingJobQuery.Row row(String region, Tuple tuple) {
        var scope = new Scope(tuple.get("account", String.class), region);
        return new TrainingJobQuery.Row(
                scope,
                tuple.get("name", String.class),
                tuple.get("createdAt", Instant.class),
                tuple.get("status", TrainingStatus.class),
                launcher(scope, tuple.get("launcher", String.class)));
    }

    private static @Nullable JobKey launcher(Scope scope, @Nullable String name) {
        return name == null ? null : new JobKey(scope, name);
    }
}
