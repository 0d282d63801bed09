package dev.attune.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.attune.search.Searcher;
import dev.attune.training.TrainingBackend;
import dev.attune.tuning.EventLog;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.StepSchedule;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TuningStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The scheduler's beans: db-scheduler's starter finds the tasks among them and runs them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventProperties.class)
class SchedulerConfiguration {
    @Bean
    @Primary
    StepSchedule stepSchedule(DataSource dataSource, ObjectProvider<Scheduler> scheduler, InstantSource wall) {
        return new DbStepSchedule(TaskKind.TUNING_JOB, dataSource, scheduler::getObject, wall);
    }

    @Bean
    StepSchedule trainingSchedule(DataSource dataSource, ObjectProvider<Scheduler> scheduler, InstantSource wall) {
        return new DbStepSchedule(TaskKind.TRAINING_JOB, dataSource, scheduler::getObject, wall);
    }

    @Bean
    @ConditionalOnProperty("attune.events.file")
    EventFile eventFile(EventLog events, EventProperties properties) {
        return new EventFile(events, Path.of(String.valueOf(properties.file())));
    }

    @Bean
    Task<Void> tuningTask(
            TuningStore store,
            TrainingBackend backend,
            Function<Strategy, Searcher> searchers,
            SimulatedClock clock,
            InstantSource wall) {
        var loop = new TuningLoop(store, backend, searchers, clock);
        return new JobTask(TaskKind.TUNING_JOB, loop::run, wall).task();
    }

    @Bean
    Task<Void> trainingTask(TrainingJobStore store, TrainingBackend backend, SimulatedClock clock, InstantSource wall) {
        var loop = new TrainingLoop(store, backend, clock);
        return new JobTask(TaskKind.TRAINING_JOB, loop::run, wall).task();
    }
}
