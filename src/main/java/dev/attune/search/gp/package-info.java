/**
 * Exact Gaussian-process regression on the unit cube.
 *
 * <pre>
 * n, d      points and dimensions
 * x, x'     points of the unit cube
 * z         targets, standardised
 * ℓ         length scale of a dimension
 * s         scaled squared distance, Σ (x − x')²/ℓ² over numeric dimensions + Σ [x ≠ x']/ℓ² over nominal ones
 * k(x, x')  Matérn-5/2: signal · (1 + √(5s) + 5s/3) · exp(−√(5s)); or a sum over dimensions, see Additive
 * K         k between all points + offset everywhere + noise on the diagonal; the offset is the variance of the constant mean,
 *           which is thereby integrated out
 * L, α      K = L·Lᵀ, α = K⁻¹z
 * θ         ln ℓ of each dimension, ln signal, ln noise; for a sum also ln of each dimension's share of the signal
 * </pre>
 *
 * Signal, noise and offset are variances. Read {@link dev.attune.search.gp.GaussianProcess} first, then {@link dev.attune.search.gp.Evidence}.
 */
@NullMarked
package dev.attune.search.gp;

import org.jspecify.annotations.NullMarked;
