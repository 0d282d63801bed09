package dev.attune.store;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code trial_tags}: the tags of a trial's training job after a client changed them. */
@Entity
@Table(name = "trial_tags")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TrialTagsEntity {
    @EmbeddedId
    TrialId id;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String tags;
}
