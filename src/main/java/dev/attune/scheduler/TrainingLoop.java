package dev.attune.scheduler;

import dev.attune.training.TrainingBackend;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.SingleTrainingJob;
import dev.attune.tuning.TrainingJobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one training job that a client created by itself through its simulated time, as {@link TuningLoop} moves a tuning job. Safe for use by
 * many threads.
 */
final class TrainingLoop {
    private static final Logger log = LoggerFactory.getLogger(TrainingLoop.class);

    private final TrainingJobStore store;
    private final TrainingBackend backend;
    private final SimulatedClock clock;

    TrainingLoop(TrainingJobStore store, TrainingBackend backend, SimulatedClock clock) {
        this.store = store;
        this.backend = backend;
        this.clock = clock;
    }

    /** Does all steps of a job that are due; a job has few. See {@link TuningLoop#run}. */
    Optional<Duration> run(JobKey key, BooleanSupplier interrupted) {
        var current = store.find(key);
        while (current.isPresent()) {
            var job = current.get();
            var next = job.nextChange();
            if (next == null) {
                return Optional.empty();
            }
            if (!clock.comesTo(job, next)) {
                return Optional.of(clock.waitUntil(job, next).orElse(Duration.ofDays(1)));
            }
            if (interrupted.getAsBoolean()) {
                return Optional.of(Duration.ZERO);
            }
            current = step(job, next);
        }
        return Optional.empty();
    }

    private Optional<SingleTrainingJob> step(SingleTrainingJob job, Instant now) {
        var training = job.trainingJob();
        backend.start(training);
        if (training.stopRequestedAt() != null) {
            backend.stop(training);
        }
        var report = backend.report(training, now);
        var moved = clock.caughtUp(job.reported(report, now));
        if (!store.save(moved, moved.ended() ? report : null)) {
            log.debug("{}: another node or a client moved it; this step is dropped", job.name());
            return store.find(job.key());
        }
        if (moved.ended()) {
            log.info("{}: {}", job.name(), moved.status());
        }
        return Optional.of(moved.saved());
    }
}
