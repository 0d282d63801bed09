package dev.attune.scheduler;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.attune.tuning.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * db-scheduler's view of a loop: one kind of task, an instance for each job that goes on, and a short-lived extra instance for each time
 * that something from outside changes a job.
 *
 * <p>The extra instance is needed because db-scheduler refuses to reschedule what is running, and what is running may just have looked. Two
 * instances that move one job at once do no harm: every save of a job checks its version.
 */
final class JobTask {
    private static final Logger log = LoggerFactory.getLogger(JobTask.class);
    private static final Duration UNTIL_NEXT_HAND_OVER = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TaskKind kind;
    private final Loop loop;
    private final InstantSource wall;

    JobTask(TaskKind kind, Loop loop, InstantSource wall) {
        this.kind = kind;
        this.loop = loop;
        this.wall = wall;
    }

    /** Moves jobs of one kind. */
    @FunctionalInterface
    interface Loop {
        /** As {@link TuningLoop#run} does with tuning jobs. */
        Optional<Duration> run(JobKey key, BooleanSupplier interrupted);
    }

    Task<Void> task() {
        return Tasks.custom(kind.descriptor())
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute(this::execute);
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        var name = InstanceName.parse(instance.getId());
        var wait = loop.run(name.key(), context.getSchedulerState()::isShuttingDown);
        if (wait.isEmpty()) {
            return new OnCompleteRemove<>();
        }
        var next = wall.instant().plus(wait.get());
        if (!name.extra()) {
            return (complete, operations) -> operations.reschedule(complete, next);
        }
        return handedOver(context.getSchedulerClient(), name.key(), next)
                ? new OnCompleteRemove<>()
                : (complete, operations) ->
                        operations.reschedule(complete, wall.instant().plus(UNTIL_NEXT_HAND_OVER));
    }

    /**
     * Sees to it that the job's own instance runs at {@code next} or before. False where it runs just now: it may have looked before the
     * change that the extra instance is for, and may be about to sleep for long, or to go with a forgotten job.
     */
    private boolean handedOver(SchedulerClient client, JobKey key, Instant next) {
        var own = kind.instance(key);
        var scheduled = client.getScheduledExecution(own);
        if (scheduled.isEmpty()) {
            return client.scheduleIfNotExists(own, next);
        }
        if (scheduled.get().isPicked()) {
            return false;
        }
        try {
            return !scheduled.get().getExecutionTime().isAfter(next) || client.reschedule(own, next);
        } catch (DbSchedulerException e) {
            return false; // it was picked or removed in between
        }
    }

    /** A step that failed is tried again, ever more slowly: what stands in its way may pass, and no job is ever lost. */
    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var execution = complete.getExecution();
        var pause = pause(execution.consecutiveFailures);
        log.error(
                "{}: a step failed; next try in {}",
                execution.taskInstance.getId(),
                pause,
                complete.getCause().orElse(null));
        operations.reschedule(complete, wall.instant().plus(pause));
    }

    private static Duration pause(int failures) {
        var pause = Duration.ofMillis(500L << Math.min(failures, 7));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
