package dev.attune.api.ga;

import dev.attune.training.TrainingStatus;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJobSnapshot;
import java.util.function.Predicate;

/** How many training jobs of a tuning job stand where; all are there, zeros included. */
final class Counters {
    // AWS: the prefix of a failure that is the service's own.
    private static final String INTERNAL = "InternalServerError";

    private Counters() {}

    /** AWS's TrainingJobStatusCounters; the sum is the number of training jobs. */
    record TrainingJobStatusCounters(
            int completed, int inProgress, int retryableError, int nonRetryableError, int stopped) {
        static TrainingJobStatusCounters of(TuningJobSnapshot snapshot) {
            var counts = snapshot.counts();
            int retryable = count(snapshot, Counters::internal);
            return new TrainingJobStatusCounters(
                    counts.completed(),
                    counts.pending() + counts.running(),
                    retryable,
                    counts.failed() - retryable,
                    counts.stopped());
        }
    }

    /** AWS's ObjectiveStatusCounters. */
    record ObjectiveStatusCounters(int succeeded, int pending, int failed) {
        static ObjectiveStatusCounters of(TuningJobSnapshot snapshot) {
            int succeeded = count(snapshot, Trial::succeeded);
            int ended = count(snapshot, Trial::ended);
            return new ObjectiveStatusCounters(succeeded, snapshot.trials().size() - ended, ended - succeeded);
        }
    }

    private static boolean internal(Trial trial) {
        var reason = trial.failureReason();
        return trial.status() == TrainingStatus.FAILED && reason != null && reason.startsWith(INTERNAL);
    }

    private static int count(TuningJobSnapshot snapshot, Predicate<Trial> which) {
        return (int) snapshot.trials().stream().filter(which).count();
    }
}
