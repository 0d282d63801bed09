package dev.attune.store;

import dev.attune.training.TrainingStatus;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code trial}. */
@Entity
@Table(name = "trial")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TrialEntity {
    @EmbeddedId
    TrialId id;

    int algorithm;
    String name;

    @Column(name = "name_key")
    String nameKey;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String configuration;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String proposal;

    @Enumerated(EnumType.STRING)
    TrainingStatus status;

    @Nullable Double objective;

    @Column(name = "launched_at")
    Instant launchedAt;

    @Column(name = "stop_requested_at")
    @Nullable Instant stopRequestedAt;

    @Column(name = "training_started_at")
    @Nullable Instant trainingStartedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column(name = "next_change")
    @Nullable Instant nextChange;

    @Column(name = "failure_reason")
    @Nullable String failureReason;

    @Column(name = "retried_attempts")
    int retriedAttempts;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable String curve;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable String verdict;
}
