package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.OptionalDouble;

/**
 * How simulated training behaves: where each metric ends, how it gets there, how long all takes, and how it ends. Each part is a pure
 * function of the training job.
 */
public record Workload(Surface surface, Curve curve, Pace pace, Outcome outcome) {
    /** Where a metric ends, noise included. */
    @FunctionalInterface
    public interface Surface {
        /** The metric's value after the last epoch, finite; empty where this training never writes it. */
        OptionalDouble limit(TrainingJob job, String metric);
    }

    /** How a metric approaches its last value. */
    @FunctionalInterface
    public interface Curve {
        /** The metric's value after a part of the training; at {@code progress} 1 it is exactly the limit. */
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
    }

    Workload with(Surface other) {
        return new Workload(other, curve, pace, outcome);
    }

    Workload with(Curve other) {
        return new Workload(surface, other, pace, outcome);
    }

    Workload with(Outcome other) {
        return new Workload(surface, curve, pace, other);
    }
}
