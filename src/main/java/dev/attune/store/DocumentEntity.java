package dev.attune.store;

import dev.attune.training.DocumentStore.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code workload_document}. */
@Entity
@Table(name = "workload_document")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class DocumentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column
    String version;

    @Enumerated(EnumType.STRING)
    Source source;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String document;
}
