package dev.attune.store;

import dev.attune.tuning.Scope;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TagStore;
import dev.attune.tuning.Tagged;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The {@link TagStore} of the training jobs that tuning jobs launched, on a relational database. A change locks the tuning job's row, as a step
 * does: first of all.
 */
@Repository
class JpaTrialTags implements TagStore {
    private final EntityManager entities;
    private final TrialRepository trials;
    private final TagRows rows;
    private final TransactionTemplate transactions;

    JpaTrialTags(EntityManager entities, TrialRepository trials, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.trials = trials;
        this.rows = new TagRows(entities);
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Tagged.Kind kind() {
        return Tagged.Kind.TRAINING_JOB;
    }

    @Override
    public Optional<List<Tag>> tags(Scope scope, String name) {
        return transactions.execute(transaction -> trial(scope, name).map(this::tags));
    }

    @Override
    public Optional<List<Tag>> change(Scope scope, String name, UnaryOperator<List<Tag>> change) {
        return transactions.execute(transaction -> trial(scope, name)
                .filter(trial ->
                        entities.find(TuningJobEntity.class, trial.tuningJobId(), LockModeType.PESSIMISTIC_WRITE)
                                != null)
                .map(trial -> change(trial, change)));
    }

    private List<Tag> change(TrialId trial, UnaryOperator<List<Tag>> change) {
        var before = tags(trial);
        var after = change.apply(before);
        if (!after.equals(before)) {
            rows.write(trial, after);
        }
        return after;
    }

    private List<Tag> tags(TrialId trial) {
        return rows.history(trial.tuningJobId()).of(trial.number());
    }

    private Optional<TrialId> trial(Scope scope, String name) {
        return trials.idOf(scope.account(), scope.region(), name.toLowerCase(Locale.ROOT));
    }
}
