package dev.attune.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.attune.search.Searcher;
import dev.attune.training.TrainingBackend;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.StepSchedule;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TuningStore;
import java.time.InstantSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduler's beans: db-scheduler's starter finds the task among them and runs it. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {
    @Bean
    StepSchedule stepSchedule(DataSource dataSource, ObjectProvider<Scheduler> scheduler, InstantSource wall) {
        return new DbStepSchedule(dataSource, scheduler::getObject, wall);
    }

    @Bean
    Task<Void> tuningTask(
            TuningStore store,
            TrainingBackend backend,
            Function<Strategy, Searcher> searchers,
            SimulatedClock clock,
            InstantSource wall) {
        return new TuningTask(new TuningLoop(store, backend, searchers, clock), wall).task();
    }
}
