package dev.attune.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code tag_set}: the tags of a tuning job from a number of launched trials on. */
@Entity
@Table(name = "tag_set")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TagSetEntity {
    @EmbeddedId
    TagSetId id;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String tags;

    /** The key of a set: its tuning job's row, and how many trials had been launched. */
    @Embeddable
    record TagSetId(@Column(name = "tuning_job_id") long tuningJobId, int launched) implements Serializable {}
}
