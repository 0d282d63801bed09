/**
 * Transforms of the objective before it is modelled: y are raw values, lower being better, and z what a model sees, with mean 0
 * and variance 1. Read {@link dev.attune.search.warp.Warp} first.
 */
@NullMarked
package dev.attune.search.warp;

import org.jspecify.annotations.NullMarked;
