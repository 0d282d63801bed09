package dev.attune.training.simulation.document;

import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the values of a workload's metrics come from. */
interface MetricSource {
    /** The metrics that it knows. */
    Set<String> names();

    /** The values of one training job; throws MissingValueException where the job is not one that it knows values of. */
    Series of(TrainingJob job);

    /** The values of one training job, epoch by epoch. For any thread. */
    interface Series {
        /**
         * A metric's value, not always finite.
         *
         * @param epochs in all
         * @param epoch from 1
         * @param progress the part of all epochs that is done
         */
        double value(String metric, int epochs, int epoch, double progress);

        /** How many epochs there are, and how long they take; null where that is not said here. */
        default @Nullable Extent extent() {
            return null;
        }

        /** How it fails; null where it does not. */
        default @Nullable Failure failure() {
            return null;
        }
    }

    /** The length of a training: epochs, and the time that they take. */
    record Extent(int epochs, @Nullable Duration training) {}

    /** A failure after a part of the training. */
    record Failure(String reason, double progress) {}
}
