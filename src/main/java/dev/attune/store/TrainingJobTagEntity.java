package dev.attune.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of {@code training_job_tag}. */
@Entity
@Table(name = "training_job_tag")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class TrainingJobTagEntity {
    @EmbeddedId
    TagId id;

    int position;

    @Column(name = "tag_value")
    String value;

    /** The key of a tag: its training job's row, and the tag's own key. */
    @Embeddable
    record TagId(
            @Column(name = "training_job_id") long trainingJobId,
            @Column(name = "tag_key") String key) implements Serializable {}
}
