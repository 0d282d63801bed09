package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.ArrayList;
import java.util.OptionalDouble;

/** The images that do not do what one hopes for. */
final class Faults {
    static final String ALGORITHM_ERROR =
            "AlgorithmError: ExecuteUserScriptError: ValueError: loss is NaN, exit code: 1";

    private static final double INTERNAL_ERROR_PROBABILITY = 0.4;
    private static final int RETRIES = 3;

    private Faults() {}

    /** {@code attune/failing}: every job fails in the middle of training. */
    static Ending failing(TrainingJob job) {
        return Ending.failed(ALGORITHM_ERROR, draw(job, "failing").between(0.2, 0.8));
    }

    /** {@code attune/flaky}: each attempt may meet an internal error; after three retries, or as many as were asked for, the service gives up. */
    static Ending flaky(TrainingJob job) {
        var retries = job.terms().retries(RETRIES);
        var interruptions = new ArrayList<Ending.Setback>();
        for (int attempt = 0; attempt <= retries; attempt++) {
            var draw = draw(job, "flaky").with(attempt);
            if (draw.uniform() >= INTERNAL_ERROR_PROBABILITY) {
                return Ending.COMPLETED.after(interruptions);
            }
            interruptions.add(Ending.Setback.internalError(draw.with("progress").between(0.05, 0.95)));
        }
        var last = interruptions.remove(retries);
        return Ending.failed(Ending.INTERNAL_ERROR, last.progress()).after(interruptions);
    }

    /** {@code attune/silent}: trains, and never says how well. */
    static OptionalDouble silent(TrainingJob job, String metric) {
        return OptionalDouble.empty();
    }

    private static Draw draw(TrainingJob job, String purpose) {
        return Draw.of(job.seed(), job.trial(), purpose);
    }
}
