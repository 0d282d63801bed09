/**
 * Training without a machine: what a training job does is a pure function of its workload, seed, trial, configuration and elapsed time. Read
 * {@link dev.attune.training.simulation.Workload} first, then {@link dev.attune.training.simulation.SimulatedTraining}.
 *
 * <p>Chance is a hash ({@code Draw}), never a generator with a state; logarithms and powers are StrictMath's, so that every machine and
 * every JDK computes the same job to the last bit.
 *
 * <p>Notation: u, a place in [0, 1]; x, a point of a test function's domain.
 */
@NullMarked
package dev.attune.training.simulation;

import org.jspecify.annotations.NullMarked;
