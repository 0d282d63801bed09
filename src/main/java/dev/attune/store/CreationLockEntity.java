package dev.attune.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code creation_lock}: who counts jobs before he adds one holds it. */
@Entity
@Table(name = "creation_lock")
class CreationLockEntity {
    static final int ONLY = 1;

    @Id
    int id = ONLY;
}
