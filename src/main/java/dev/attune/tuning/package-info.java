/**
 * The domain: tuning jobs, their trials, the limits they keep and how their lives go. Plain Java. Read
 * {@link dev.attune.tuning.TuningJobs} for what a client may do and {@link dev.attune.tuning.TuningStep} for what happens next.
 *
 * <p>A tuning job lives in simulated time that starts at its creation; every instant in this package is simulated time.
 */
@NullMarked
package dev.attune.tuning;

import org.jspecify.annotations.NullMarked;
