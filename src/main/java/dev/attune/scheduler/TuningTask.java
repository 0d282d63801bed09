package dev.attune.scheduler;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.attune.tuning.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * db-scheduler's view of the loop: one kind of task, an instance for each tuning job that goes on, and a short-lived extra instance for each
 * time that something from outside changes a job.
 *
 * <p>The extra instance is needed because db-scheduler refuses to reschedule what is running, and what is running may just have looked. Two
 * instances that move one job at once do no harm: every save of a job checks its version.
 */
final class TuningTask {
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("tuning-job");

    private static final Logger log = LoggerFactory.getLogger(TuningTask.class);
    private static final Duration UNTIL_NEXT_HAND_OVER = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TuningLoop loop;
    private final InstantSource wall;

    TuningTask(TuningLoop loop, InstantSource wall) {
        this.loop = loop;
        this.wall = wall;
    }

    /** The instance that a tuning job has as long as it goes on. */
    static TaskInstance<Void> instance(JobKey key) {
        return DESCRIPTOR.instance(InstanceName.of(key)).build();
    }

    /** An instance that moves a job once, and brings its own instance forward. */
    static TaskInstance<Void> extraInstance(JobKey key) {
        return DESCRIPTOR.instance(InstanceName.of(key, UUID.randomUUID())).build();
    }

    Task<Void> task() {
        return Tasks.custom(DESCRIPTOR)
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
    private static boolean handedOver(SchedulerClient client, JobKey key, Instant next) {
        var own = instance(key);
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
