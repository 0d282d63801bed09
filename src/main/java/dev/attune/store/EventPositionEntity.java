package dev.attune.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code event_position}: who adds events holds it. */
@Entity
@Table(name = "event_position")
class EventPositionEntity {
    static final int ONLY = 1;

    @Id
    int id = ONLY;

    long position;
}
