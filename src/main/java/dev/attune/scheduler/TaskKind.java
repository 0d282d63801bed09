package dev.attune.scheduler;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.attune.tuning.JobKey;
import java.util.UUID;

/** What kind of job a task of db-scheduler moves; each kind has instances of its own. */
enum TaskKind {
    TUNING_JOB("tuning-job"),
    TRAINING_JOB("training-job");

    private final String taskName;

    TaskKind(String taskName) {
        this.taskName = taskName;
    }

    TaskDescriptor<Void> descriptor() {
        return TaskDescriptor.of(taskName);
    }

    /** The instance that a job has as long as it goes on. */
    TaskInstance<Void> instance(JobKey key) {
        return descriptor().instance(InstanceName.of(key)).build();
    }

    /** An instance that moves a job once, and brings its own instance forward. */
    TaskInstance<Void> extraInstance(JobKey key) {
        return descriptor().instance(InstanceName.of(key, UUID.randomUUID())).build();
    }
}
