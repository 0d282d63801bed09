/**
 * Keeps the domain in a relational database: JPA entities and the only transactions. Read {@link dev.attune.store.JpaTuningStore} first.
 */
@NullMarked
package dev.attune.store;

import org.jspecify.annotations.NullMarked;
