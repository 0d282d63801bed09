package dev.attune.training.simulation;

import dev.attune.training.Explanation;
import dev.attune.training.TrainingJob;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How simulated training behaves: where each metric ends, how it gets there, how long all takes, and how it ends. Each part is a pure
 * function of the training job.
 *
 * @param log null where lines are written that the job's metric definitions read
 */
public record Workload(
        Surface surface,
        Curve curve,
        Pace pace,
        Outcome outcome,
        @Nullable Log log) {
    Workload(Surface surface, Curve curve, Pace pace, Outcome outcome) {
        this(surface, curve, pace, outcome, null);
    }

    /** Where a metric ends, noise included. */
    @FunctionalInterface
    public interface Surface {
        /** The metric's value after the last epoch, finite; empty where this training never writes it. */
        OptionalDouble limit(TrainingJob job, String metric);
    }

    /** How a metric approaches its last value. */
    @FunctionalInterface
    public interface Curve {
        /**
         * The metric's value after a part of the training; at {@code progress} 1 it is exactly the limit. NaN where it is not written.
         */
        double value(TrainingJob job, String metric, double limit, double progress);
    }

    /** How long training takes. */
    @FunctionalInterface
    public interface Pace {
        Schedule schedule(TrainingJob job);
    }

    /** How training ends. */
    @FunctionalInterface
    public interface Outcome {
        Ending ending(TrainingJob job);

        /** What decided of each attempt; empty where nothing was to be decided. */
        default List<Explanation.Attempt> attempts(TrainingJob job) {
            return List.of();
        }
    }

    /** What training writes to its log. */
    @FunctionalInterface
    public interface Log {
        /** The lines after an epoch, by which a part of the training is done. */
        List<String> lines(TrainingJob job, int epoch, double progress);
    }

    Workload with(Surface other) {
        return new Workload(other, curve, pace, outcome, log);
    }

    Workload with(Curve other) {
        return new Workload(surface, other, pace, outcome, log);
    }

    Workload with(Outcome other) {
        return new Workload(surface, curve, pace, other, log);
    }
}
