/**
 * What a point of the unit cube is worth trying, and where it is worth most.
 *
 * <pre>
 * μ, σ   mean and standard deviation of a model's prediction at a point; lower means are better
 * z      (best − μ)/σ
 * φ, Φ   density and distribution function of the standard normal
 * h(z)   φ(z) + z·Φ(z); expected improvement is σ·h(z)
 * </pre>
 *
 * Read {@link dev.attune.search.acquisition.Acquisition} first.
 */
@NullMarked
package dev.attune.search.acquisition;

import org.jspecify.annotations.NullMarked;
