package dev.attune.store;

import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockState;
import dev.attune.tuning.ClockStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link ClockStore} on a relational database. */
@Repository
class JpaClockStore implements ClockStore {
    private final EntityManager entities;
    private final TransactionTemplate transactions;

    JpaClockStore(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<ClockState> load() {
        return transactions
                .execute(transaction -> Optional.ofNullable(entities.find(ClockEntity.class, ClockEntity.ONLY)))
                .map(row -> new ClockState(
                        new ClockSettings(row.mode, row.speed), row.anchor, Duration.ofMillis(row.elapsed)));
    }

    @Override
    public void save(ClockState state) {
        var row = new ClockEntity();
        row.mode = state.settings().mode();
        row.speed = state.settings().speed();
        row.anchor = state.anchor();
        row.elapsed = state.elapsed().toMillis();
        transactions.executeWithoutResult(transaction -> entities.merge(row));
    }
}
