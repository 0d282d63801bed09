/**
 * Chance and evenness: a seeded stream of random numbers and a scrambled Sobol sequence. Pure arithmetic on longs, so the numbers
 * are the same on every machine and every Java. Points are in the unit cube; d counts its dimensions. Read {@link
 * dev.attune.search.sampling.Sobol} first.
 */
@NullMarked
package dev.attune.search.sampling;

import org.jspecify.annotations.NullMarked;
