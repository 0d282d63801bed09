/**
 * Optimisation over a box: a projected quasi-Newton method for what has a gradient, and the description of which coordinates are
 * a continuum and which have levels. Points are arrays of coordinates; d counts them. Read {@link
 * dev.attune.search.optim.QuasiNewton} first.
 */
@NullMarked
package dev.attune.search.optim;

import org.jspecify.annotations.NullMarked;
