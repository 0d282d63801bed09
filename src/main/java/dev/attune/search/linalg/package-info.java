/**
 * Dense linear algebra on plain arrays, written for the sizes of a tuning job (n up to some hundreds), where it is faster than
 * the libraries on the JVM and, being made of exactly specified operations in a fixed order, gives the same bits on every
 * machine.
 *
 * <p>Notation: A is symmetric positive definite (n × n, an array a row), L its lower Cholesky factor, A = L·Lᵀ. Read {@link
 * dev.attune.search.linalg.Cholesky} first.
 */
@NullMarked
package dev.attune.search.linalg;

import org.jspecify.annotations.NullMarked;
