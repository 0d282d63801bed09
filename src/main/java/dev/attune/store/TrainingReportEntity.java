package dev.attune.store;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code training_report}: how a trial's training job ended. */
@Entity
@Table(name = "training_report")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TrainingReportEntity {
    @EmbeddedId
    TrialId id;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String report;
}
