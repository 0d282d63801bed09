package dev.attune.store;

import dev.attune.training.TrainingStatus;
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

/** A row of {@code training_job}. Its version is compared and raised by {@link TrainingJobRepository#step}, not by JPA. */
@Entity
@Table(name = "training_job")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TrainingJobEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    String account;
    String region;
    String name;

    @Column(name = "name_key")
    String nameKey;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String training;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String asked;

    long seed;
    String workloads;

    @Column(name = "created_at")
    Instant createdAt;

    /** Milliseconds. */
    long origin;

    @Column(name = "stop_requested_at")
    @Nullable Instant stopRequestedAt;

    @Enumerated(EnumType.STRING)
    TrainingStatus status;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column(name = "next_change")
    @Nullable Instant nextChange;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable String report;

    long version;
}
