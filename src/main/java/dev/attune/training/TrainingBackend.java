package dev.attune.training;

import java.time.Instant;
import java.util.List;

/**
 * Whatever runs training jobs. All methods may be repeated with the same arguments, as a step that is redone after a crash does; a job is
 * known by its name.
 */
public interface TrainingBackend {
    /**
     * The version of what this backend does, empty where it has only one. A tuning job, or a training job of its own, keeps what this says at
     * its creation, and it is handed back with each training job: they behave in that way to the end, whatever is changed meanwhile.
     */
    default String workloads() {
        return "";
    }

    /** Begins to run a training job; a job that runs already is left alone. */
    void start(TrainingJob job);

    /** Asks a running job to stop: {@code job.stopRequestedAt()} is set. Ended jobs are left alone. */
    void stop(TrainingJob job);

    /** How the job stands at {@code now}, which is not before its start and never goes back. */
    TrainingReport report(TrainingJob job, Instant now);

    /** The lines that the job has written until {@code now}, oldest first. */
    List<LogLine> logs(TrainingJob job, Instant now);

    /** Why the job goes as it does. */
    default Explanation explain(TrainingJob job) {
        return Explanation.NONE;
    }
}
