package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.OptionalDouble;

/** The images that do not do what one hopes for. */
final class Faults {
    static final String ALGORITHM_ERROR =
            "AlgorithmError: ExecuteUserScriptError: ValueError: loss is NaN, exit code: 1";

    private Faults() {}

    /** {@code attune/failing}: every job fails in the middle of training. */
    static Ending failing(TrainingJob job) {
        return Ending.failed(ALGORITHM_ERROR, draw(job, "failing").between(0.2, 0.8));
    }

    /** {@code attune/silent}: trains, and never says how well. */
    static OptionalDouble silent(TrainingJob job, String metric) {
        return OptionalDouble.empty();
    }

    private static Draw draw(TrainingJob job, String purpose) {
        return Draw.of(job.seed(), job.trial(), purpose);
    }
}
