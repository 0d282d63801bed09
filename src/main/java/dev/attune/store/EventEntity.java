package dev.attune.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code event}. */
@Entity
@Table(name = "event")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class EventEntity {
    @Id
    long position;

    @Column(name = "event_id")
    String eventId;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String text;
}
