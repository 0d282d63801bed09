package dev.attune.store;

import dev.attune.tuning.JobQuery;
import dev.attune.tuning.TuningStatus;
import jakarta.persistence.EntityManager;
import java.util.List;

/** One page of tuning jobs. */
final class JobListing {
    private static final String ALL = "select job from TuningJobEntity job where job.region = :region";

    private JobListing() {}

    static List<TuningJobEntity> find(EntityManager entities, JobQuery query) {
        var jobs = new KeysetQuery(ALL, "job", query.reach());
        jobs.nameContains(query.nameContains());
        jobs.and("job.status = :status", "status", query.status());
        jobs.within("createdAt", query.created());
        jobs.within("updatedAt", query.updated());
        var order = new KeysetQuery.Order(query.sort(), query.descending(), query.after(), query.limit());
        return jobs.page(entities, TuningJobEntity.class, order, TuningStatus.class)
                .getResultList();
    }
}
