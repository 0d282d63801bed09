package dev.attune.store;

import dev.attune.tuning.TuningStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code tuning_job}. Its version is compared and raised by {@link TuningJobRepository#step}, not by JPA. */
@Entity
@Table(name = "tuning_job")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TuningJobEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    String account;
    String region;
    String name;

    @Column(name = "name_key")
    String nameKey;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String definition;

    long seed;
    String workloads;

    @Column(name = "created_at")
    Instant createdAt;

    /** Milliseconds. */
    long origin;

    @Enumerated(EnumType.STRING)
    TuningStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable TuningStatus ending;

    @Column(name = "ending_reason")
    @Nullable String endingReason;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    long version;
}
