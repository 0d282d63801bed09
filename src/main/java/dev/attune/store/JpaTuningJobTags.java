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

/** The {@link TagStore} of tuning jobs on a relational database. A change locks the job's row, as a step does: first of all. */
@Repository
class JpaTuningJobTags implements TagStore {
    private final TuningJobRepository jobs;
    private final TagRows rows;
    private final TransactionTemplate transactions;

    JpaTuningJobTags(EntityManager entities, TuningJobRepository jobs, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.rows = new TagRows(entities);
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Tagged.Kind kind() {
        return Tagged.Kind.TUNING_JOB;
    }

    @Override
    public Optional<List<Tag>> tags(Scope scope, String name) {
        return transactions.execute(
                transaction -> jobs.findByAccountAndRegionAndNameKey(scope.account(), scope.region(), lower(name))
                        .map(job -> rows.history(id(job)).current().own()));
    }

    @Override
    public Optional<List<Tag>> change(Scope scope, String name, UnaryOperator<List<Tag>> change) {
        return transactions.execute(
                transaction -> jobs.findLockedByAccountAndRegionAndNameKey(scope.account(), scope.region(), lower(name))
                        .map(job -> change(id(job), change)));
    }

    private List<Tag> change(long jobId, UnaryOperator<List<Tag>> change) {
        var before = rows.history(jobId).current();
        var after = before.withOwn(change.apply(before.own()));
        if (!after.equals(before)) {
            rows.write(jobId, after);
        }
        return after.own();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static long id(TuningJobEntity row) {
        return Objects.requireNonNull(row.id);
    }
}
