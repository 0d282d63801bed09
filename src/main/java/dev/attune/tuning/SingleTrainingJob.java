package dev.attune.tuning;

import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training job that a client created by itself, as it stood after its last step: one run, with nothing to tune.
 *
 * @param name as the client wrote it
 * @param training what is run; its static hyperparameters are all there are
 * @param asked the request's own text, for an API that gives back more than is acted on
 * @param seed of every random draw in this job
 * @param workloads what the backend does in this job, whatever it does for others; see {@link TuningJob#workloads}
 * @param createdAt where its simulated time starts
 * @param origin see {@link Timed#origin}
 * @param updatedAt simulated time of its last step or change
 * @param nextChange the earliest simulated time at which its status may change; null once ended
 * @param version counts its saves, from a number of the store's choice; a save that finds another version changes nothing
 */
public record SingleTrainingJob(
        JobKey key,
        String name,
        TrainingDefinition training,
        String asked,
        long seed,
        String workloads,
        Instant createdAt,
        Duration origin,
        @Nullable Instant stopRequestedAt,
        TrainingStatus status,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextChange,
        long version)
        implements Timed<SingleTrainingJob> {
    /** Its number among the training jobs that share its seed: it is the only one. */
    private static final int ONLY = 1;

    /** A training job at the moment of its creation; its first step is due. */
    static SingleTrainingJob created(
            JobKey key,
            String name,
            TrainingDefinition training,
            String asked,
            long seed,
            String workloads,
            SimulatedClock clock) {
        var now = clock.now();
        return new SingleTrainingJob(
                key,
                name,
                training,
                asked,
                seed,
                workloads,
                now,
                clock.elapsed(),
                null,
                TrainingStatus.IN_PROGRESS,
                now,
                null,
                now,
                0);
    }

    /** As a backend is asked to run it. */
    public TrainingJob trainingJob() {
        var cluster = training.cluster();
        return new TrainingJob(
                name,
                seed,
                ONLY,
                training.image(),
                training.staticHyperParameters(),
                List.of(),
                TrainingJobs.metrics(
                        training, training.staticHyperParameters().get(TrainingJobs.OBJECTIVE_HYPERPARAMETER)),
                new TrainingJob.Resources(cluster.instanceType(), cluster.instanceCount()),
                training.maxRuntime(),
                createdAt,
                stopRequestedAt,
                workloads,
                training.terms());
    }

    public boolean ended() {
        return status.terminal();
    }

    /** The same job after a client asked it to stop. */
    SingleTrainingJob stopRequested(Instant now) {
        return with(origin, now, status, updatedAt, endedAt, nextChange, version);
    }

    /** The same job as its backend reports it at {@code now}. */
    public SingleTrainingJob reported(TrainingReport report, Instant now) {
        var moved = now.isAfter(updatedAt) ? now : updatedAt;
        return with(origin, stopRequestedAt, report.status(), moved, report.endedAt(), report.nextChange(), version);
    }

    /** The same job as the store holds it after a save. */
    public SingleTrainingJob saved() {
        return withVersion(version + 1);
    }

    /** The same job under the version that a store chose for it. */
    public SingleTrainingJob withVersion(long chosen) {
        return with(origin, stopRequestedAt, status, updatedAt, endedAt, nextChange, chosen);
    }

    @Override
    public SingleTrainingJob withOrigin(Duration moved) {
        return with(moved, stopRequestedAt, status, updatedAt, endedAt, nextChange, version);
    }

    /** The same job with what can change of it. */
    private SingleTrainingJob with(
            Duration movedOrigin,
            @Nullable Instant asksToStop,
            TrainingStatus newStatus,
            Instant moved,
            @Nullable Instant end,
            @Nullable Instant next,
            long saves) {
        return new SingleTrainingJob(
                key,
                name,
                training,
                asked,
                seed,
                workloads,
                createdAt,
                movedOrigin,
                asksToStop,
                newStatus,
                moved,
                end,
                next,
                saves);
    }
}
