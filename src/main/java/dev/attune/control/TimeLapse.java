package dev.attune.control;

import dev.attune.tuning.JobKey;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.Timed;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStatus;
import dev.attune.tuning.TuningStore;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets time jump with one tuning job, from event to event, until it has a status, and stops at that very event. It holds the request's thread,
 * so only one runs at once.
 */
@Component
class TimeLapse {
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int PATIENCE = 6000;
    private static final int PAUSES_BEFORE_WAKE = 100;

    private final TuningJobs jobs;
    private final SimulatedClock clock;
    private final TuningStore store;
    private final TrainingJobStore trainingJobs;
    private final Semaphore turn = new Semaphore(1);
    private volatile boolean closing;

    TimeLapse(TuningJobs jobs, SimulatedClock clock, TuningStore store, TrainingJobStore trainingJobs) {
        this.jobs = jobs;
        this.clock = clock;
        this.store = store;
        this.trainingJobs = trainingJobs;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Runs.
     *
     * @param goal null for any end
     * @return the job as it stands then
     * @throws ConflictException where the job has not got there, or cannot
     * @throws dev.attune.tuning.TuningException where it is deleted meanwhile
     */
    TuningJob run(JobKey key, @Nullable TuningStatus goal) {
        if (!turn.tryAcquire()) {
            throw new ConflictException("Time runs until something else already. Maybe wait for that");
        }
        try {
            var limit = clock.elapsed().plus(LONGEST);
            clock.follow(job -> leads(job, key, goal) && clock.elapsed().compareTo(limit) < 0);
            wakeAll();
            return await(key, goal, limit);
        } finally {
            clock.followNobody();
            wakeAll();
            turn.release();
        }
    }

    /** A job that cannot get there leads nobody: no time passes in vain. */
    private static boolean leads(Timed<?> timed, JobKey key, @Nullable TuningStatus goal) {
        return timed instanceof TuningJob job && job.key().equals(key) && !isThere(job, goal) && canGetThere(job, goal);
    }

    private static boolean canGetThere(TuningJob job, @Nullable TuningStatus goal) {
        return goal == null || job.status().leadsTo(goal);
    }

    private static boolean isThere(TuningJob job, @Nullable TuningStatus goal) {
        return goal == null ? job.status().terminal() : job.status() == goal;
    }

    private TuningJob await(JobKey key, @Nullable TuningStatus goal, Duration limit) {
        long version = -1;
        int idle = 0;
        for (int pause = 0; ; pause++) {
            var job = jobs.find(key.scope(), key.name());
            idle = job.version() == version ? idle + 1 : 0;
            version = job.version();
            if (isThere(job, goal)) {
                return job;
            }
            if (goal != null && !canGetThere(job, goal)) {
                throw new ConflictException(deadEnd(job, goal));
            }
            if (pause >= PATIENCE || closing || clock.elapsed().compareTo(limit) >= 0 || !rest()) {
                throw new ConflictException("The tuning job [" + job.name() + "] is still ["
                        + job.status().word() + "], after a minute or ten simulated years. Maybe ask again");
            }
            // Not oftener: each wake is one more that moves the same job, and of two steps one is dropped.
            if (idle == PAUSES_BEFORE_WAKE) {
                idle = 0;
                wakeAll();
            }
        }
    }

    private static String deadEnd(TuningJob job, TuningStatus goal) {
        var stands = "The tuning job [" + job.name() + "] is [" + job.status().word() + "]";
        if (!job.status().terminal()) {
            return stands + ", and time alone does not make it [" + goal.word() + "]. Maybe stop it first";
        }
        var reason = job.failureReason();
        return stands + " and will not become [" + goal.word() + "]" + (reason == null ? "" : ": " + reason);
    }

    private void wakeAll() {
        store.wakeAll();
        trainingJobs.wakeAll();
    }

    private static boolean rest() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
