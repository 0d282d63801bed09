/**
 * The port to whatever runs a trial: a {@link dev.attune.training.TrainingBackend} is handed a training job and reports how it goes. Plain
 * Java. It knows no tuning job and no search space; the simulated backend is in {@code simulation}, safe regular expressions in {@code regex}.
 */
@NullMarked
package dev.attune.training;

import org.jspecify.annotations.NullMarked;
