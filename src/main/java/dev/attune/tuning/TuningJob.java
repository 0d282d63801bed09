package dev.attune.tuning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tuning job as it stood after its last step.
 *
 * @param name as the client wrote it
 * @param seed of every random draw in this job
 * @param workloads what the backend does in this job, whatever it does for others: {@link dev.attune.training.TrainingBackend#workloads()} at
 *     creation
 * @param createdAt where its simulated time starts
 * @param origin the clock's {@link SimulatedClock#elapsed} at creation; less by as much as the job has run ahead of the clock since
 * @param ending set once the job is to end
 * @param updatedAt simulated time of its last step or change
 * @param version counts its saves, from a number of the store's choice; a save that finds another version changes nothing
 */
public record TuningJob(
        JobKey key,
        String name,
        TuningDefinition definition,
        long seed,
        String workloads,
        Instant createdAt,
        Duration origin,
        TuningStatus status,
        @Nullable Ending ending,
        Instant updatedAt,
        @Nullable Instant endedAt,
        long version)
        implements Timed<TuningJob> {

    /** When MaxClockTime is over; null where there is none. */
    public @Nullable Instant deadline() {
        var maxRuntime = definition.limits().maxRuntime();
        return maxRuntime == null ? null : createdAt.plus(maxRuntime);
    }

    /** Why the job failed; null unless it did. */
    public @Nullable String failureReason() {
        return status == TuningStatus.FAILED && ending != null ? ending.reason() : null;
    }

    /** The same job after a client asked it to stop. */
    TuningJob stopping(Instant now) {
        return with(TuningStatus.STOPPING, Ending.STOPPED, later(now), null);
    }

    /** The same job after a step at {@code now}. */
    public TuningJob stepped(Instant now, @Nullable Ending decided, boolean finished) {
        if (decided != null && finished) {
            return with(decided.status(), decided, later(now), later(now));
        }
        return with(status, decided, later(now), null);
    }

    /** The same job as the store holds it after a save. */
    public TuningJob saved() {
        return new TuningJob(
                key,
                name,
                definition,
                seed,
                workloads,
                createdAt,
                origin,
                status,
                ending,
                updatedAt,
                endedAt,
                version + 1);
    }

    @Override
    public TuningJob withOrigin(Duration moved) {
        return new TuningJob(
                key, name, definition, seed, workloads, createdAt, moved, status, ending, updatedAt, endedAt, version);
    }

    private TuningJob with(TuningStatus to, @Nullable Ending decided, Instant updated, @Nullable Instant ended) {
        return new TuningJob(
                key, name, definition, seed, workloads, createdAt, origin, to, decided, updated, ended, version);
    }

    private Instant later(Instant now) {
        return now.isAfter(updatedAt) ? now : updatedAt;
    }
}
