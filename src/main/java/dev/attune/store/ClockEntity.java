package dev.attune.store;

import dev.attune.tuning.ClockSettings.Mode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row of {@code simulated_clock}. */
@Entity
@Table(name = "simulated_clock")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class ClockEntity {
    static final int ONLY = 1;

    @Id
    int id = ONLY;

    @Enumerated(EnumType.STRING)
    Mode mode;

    double speed;
    Instant anchor;

    /** Milliseconds. */
    long elapsed;
}
