package dev.attune.store;

import dev.attune.tuning.Scope;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TagStore;
import dev.attune.tuning.Tagged;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The {@link TagStore} of the training jobs that clients created by themselves, on a relational database. A change locks the job's row, as a
 * step does: first of all.
 */
@Repository
class JpaTrainingJobTags implements TagStore {
    private final EntityManager entities;
    private final TrainingJobRepository jobs;
    private final TrainingJobTagRepository tags;
    private final TransactionTemplate transactions;

    JpaTrainingJobTags(
            EntityManager entities,
            TrainingJobRepository jobs,
            TrainingJobTagRepository tags,
            PlatformTransactionManager transactions) {
        this.entities = entities;
        this.jobs = jobs;
        this.tags = tags;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Tagged.Kind kind() {
        return Tagged.Kind.TRAINING_JOB;
    }

    @Override
    public Optional<List<Tag>> tags(Scope scope, String name) {
        return transactions.execute(
                transaction -> jobs.findByAccountAndRegionAndNameKey(scope.account(), scope.region(), lower(name))
                        .map(job -> tags.tags(id(job))));
    }

    @Override
    public Optional<List<Tag>> change(Scope scope, String name, UnaryOperator<List<Tag>> change) {
        return transactions.execute(
                transaction -> jobs.findLockedByAccountAndRegionAndNameKey(scope.account(), scope.region(), lower(name))
                        .map(job -> change(id(job), change)));
    }

    private List<Tag> change(long jobId, UnaryOperator<List<Tag>> change) {
        var before = tags.tags(jobId);
        var after = change.apply(before);
        if (!after.equals(before)) {
            tags.clear(jobId);
            TrainingJobTagRepository.rows(jobId, after).forEach(entities::persist);
        }
        return after;
    }

    private static long id(TrainingJobEntity row) {
        return Objects.requireNonNull(row.id);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
