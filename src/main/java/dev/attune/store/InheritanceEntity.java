package dev.attune.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code inheritance}: what a warm-started tuning job had from its parents. */
@Entity
@Table(name = "inheritance")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class InheritanceEntity {
    @Id
    @Column(name = "tuning_job_id")
    long tuningJobId;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String inheritance;
}
