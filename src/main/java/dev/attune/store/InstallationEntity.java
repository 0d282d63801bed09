package dev.attune.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code installation}. */
@Entity
@Table(name = "installation")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class InstallationEntity {
    static final int ONLY = 1;

    @Id
    int id = ONLY;

    /** Base64. */
    @Column(name = "token_key")
    String tokenKey;
}
