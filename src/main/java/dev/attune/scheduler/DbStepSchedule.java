package dev.attune.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.StepSchedule;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The {@link StepSchedule} of one kind of job in db-scheduler's table, which is in the database of the jobs and so in the caller's transaction. */
final class DbStepSchedule implements StepSchedule {
    private static final Logger log = LoggerFactory.getLogger(DbStepSchedule.class);

    private final TaskKind kind;
    private final SchedulerClient client;
    private final Supplier<Scheduler> scheduler;
    private final InstantSource wall;

    DbStepSchedule(TaskKind kind, DataSource dataSource, Supplier<Scheduler> scheduler, InstantSource wall) {
        this.kind = kind;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.scheduler = scheduler;
        this.wall = wall;
    }

    @Override
    public void begin(JobKey key) {
        if (!client.scheduleIfNotExists(kind.instance(key), wall.instant())) {
            wake(key); // a forgotten job of that name is in its last step, and its instance goes with it
        }
    }

    @Override
    public void wake(JobKey key) {
        client.scheduleIfNotExists(kind.extraInstance(key), wall.instant());
    }

    @Override
    public void clear() {
        client.getScheduledExecutionsForTask(kind.descriptor().getTaskName())
                .forEach(execution -> cancel(execution.getTaskInstance()));
    }

    private void cancel(TaskInstanceId instance) {
        try {
            client.cancel(instance);
        } catch (DbSchedulerException e) {
            log.debug("{}: is running, and goes by itself", instance.getId(), e);
        }
    }

    @Override
    public void nudge() {
        scheduler.get().triggerCheckForDueExecutions();
    }
}
