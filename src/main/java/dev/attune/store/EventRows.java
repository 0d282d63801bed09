package dev.attune.store;

import dev.attune.tuning.Announcer;
import dev.attune.tuning.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Adds events in the transaction of its caller, as the last that is done there: whoever else has events to add waits until it is over. So
 * events come to be in the order of their positions, on all nodes, and no reader misses one. Where there is no announcer there are no events.
 */
final class EventRows {
    private static final int KEPT = 5000;
    private static final int AT_ONCE = 100;

    private final EntityManager entities;
    private final ObjectProvider<Announcer> announcers;

    EventRows(EntityManager entities, ObjectProvider<Announcer> announcers) {
        this.entities = entities;
        this.announcers = announcers;
    }

    void add(Function<Announcer, List<Event>> changes) {
        var announcer = announcers.getIfAvailable();
        var events = announcer == null ? List.<Event>of() : changes.apply(announcer);
        if (events.isEmpty()) {
            return;
        }
        var last = advance(events.size());
        var position = last - events.size();
        for (var event : events) {
            var row = new EventEntity();
            row.position = ++position;
            row.eventId = event.id();
            row.text = event.text();
            entities.persist(row);
        }
        if (last / AT_ONCE > (last - events.size()) / AT_ONCE) {
            entities.createQuery("delete from EventEntity event where event.position <= :oldest")
                    .setParameter("oldest", last - KEPT)
                    .executeUpdate();
        }
    }

    private long advance(int count) {
        entities.createQuery("update EventPositionEntity row set row.position = row.position + :count")
                .setParameter("count", count)
                .executeUpdate();
        return entities.createQuery("select row.position from EventPositionEntity row", Long.class)
                .getSingleResult();
    }

    /** Forgets all events; positions go on. */
    void clear() {
        entities.createQuery("delete from EventEntity").executeUpdate();
    }
}
