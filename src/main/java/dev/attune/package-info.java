/**
 * Attune: a local endpoint for hyperparameter tuning jobs that really tunes. Read {@link dev.attune.AttuneConfiguration} first: it is
 * the whole wiring of the beans that belong to no package of their own.
 */
@NullMarked
package dev.attune;

import org.jspecify.annotations.NullMarked;
