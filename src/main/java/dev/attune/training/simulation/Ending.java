package dev.attune.training.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a training job ends if it is let run.
 *
 * @param interruptions the part of training after which each attempt but the last met an internal error and was begun again
 * @param failure null where the last attempt completes
 */
public record Ending(List<Double> interruptions, @Nullable Failure failure) {
    /** All goes well. */
    public static final Ending COMPLETED = new Ending(List.of(), null);

    public Ending {
        interruptions = List.copyOf(interruptions);
    }

    /** A failure for this reason after a part of the training. */
    public static Ending failed(String reason, double progress) {
        return new Ending(List.of(), new Failure(reason, progress));
    }

    /** AWS's FailureReason, and the part of training that was done by then. */
    public record Failure(String reason, double progress) {}
}
