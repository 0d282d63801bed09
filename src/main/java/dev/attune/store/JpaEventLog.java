package dev.attune.store;

import dev.attune.tuning.Event;
import dev.attune.tuning.EventLog;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link EventLog} on a relational database; {@link EventRows} writes it. */
@Repository
class JpaEventLog implements EventLog {
    private final EntityManager entities;
    private final TransactionTemplate reading;

    JpaEventLog(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public List<Entry> after(long position, int limit) {
        return reading.execute(transaction -> entities
                .createQuery(
                        "select event from EventEntity event where event.position > :position order by event.position",
                        EventEntity.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Entry(row.position, new Event(row.eventId, row.text)))
                .toList());
    }

    @Override
    public long last() {
        return reading.execute(
                transaction -> entities.createQuery("select row.position from EventPositionEntity row", Long.class)
                        .getSingleResult());
    }

    @Override
    public OptionalLong positionOf(String id) {
        return reading.execute(transaction -> entities
                .createQuery(
                        "select event.position from EventEntity event where event.eventId = :id order by event.position",
                        Long.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .mapToLong(Long::longValue)
                .reduce((first, second) -> second));
    }
}
