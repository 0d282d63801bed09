package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.attune.training.LogLine;
import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStatus;
import dev.attune.tuning.TuningStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program on H2 in memory: db-scheduler really drives tuning jobs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.datasource.url=jdbc:h2:mem:SchedulerIT;DB_CLOSE_DELAY=-1")
class SchedulerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private TuningJobs jobs;

    @Autowired
    private TuningStore store;

    @Autowired
    private SimulatedClock clock;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private Moody backend;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void empty() {
        backend.behave();
        store.clear();
        clock.reset();
    }

    @AfterEach
    void leaveNothingBehind() {
        backend.behave();
        store.clear();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scheduled()).isEmpty());
    }

    @Test
    void drivesAJobToItsEndInInstantAndInScaledTimeWithTheSameHistory() {
        run(new ClockSettings(Mode.INSTANT, 600), Jobs.branin(12, 4));
        var instant = history();
        store.clear();

        run(new ClockSettings(Mode.SCALED, 36_000), Jobs.branin(12, 4));

        assertThat(history()).isEqualTo(instant);
        assertThat(instant.status()).isEqualTo(TuningStatus.COMPLETED);
        assertThat(instant.entries()).hasSize(12);
    }

    @Test
    void nothingIsScheduledForAJobThatHasEnded() {
        run(new ClockSettings(Mode.INSTANT, 600), Jobs.branin(2, 1));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scheduled()).isEmpty());
    }

    @Test
    void aRequestToStopWakesAJobThatSleeps() {
        clock.set(new ClockSettings(Mode.SCALED, 5));
        create(Jobs.branin(20, 2));
        awaitTrials(2);
        assertThat(trials())
                .allSatisfy(trial -> assertThat(trial.nextChange())
                        .isAfter(trial.launchedAt().plus(PATIENCE.multipliedBy(5))));

        jobs.stop(Jobs.SCOPE, "churn");

        assertThat(status()).isEqualTo(TuningStatus.STOPPING);
        await().atMost(PATIENCE).until(() -> status() == TuningStatus.STOPPED);
        assertThat(trials()).hasSize(2).allMatch(trial -> trial.stopRequestedAt() != null && trial.ended());
    }

    @Test
    void aRequestToStopIsPassedOnThoughTimeStandsStill() {
        clock.set(new ClockSettings(Mode.MANUAL, 600));
        create(Jobs.branin(20, 2));
        awaitTrials(2);

        jobs.stop(Jobs.SCOPE, "churn");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(trials()).hasSize(2).allMatch(trial -> trial.stopRequestedAt() != null));
        clock.advance(Duration.ofMinutes(2));
        store.wakeAll();
        await().atMost(PATIENCE).until(() -> status() == TuningStatus.STOPPED);
    }

    @Test
    void aRequestToStopDoesNotWaitForAStepThatIsStuck() throws Exception {
        clock.set(new ClockSettings(Mode.SCALED, 600));
        var stuck = backend.getStuck();
        create(Jobs.branin(20, 2));
        assertThat(stuck.reached.await(20, TimeUnit.SECONDS)).isTrue();

        jobs.stop(Jobs.SCOPE, "churn");

        await().atMost(PATIENCE).until(() -> status() == TuningStatus.STOPPED);
        stuck.goOn.countDown();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scheduled()).isEmpty());
        assertThat(trials()).isEmpty();
    }

    @Test
    void aJumpOfTheClockMovesAJobThatSleeps() {
        clock.set(new ClockSettings(Mode.MANUAL, 600));
        create(Jobs.branin(6, 2));
        awaitTrials(2);
        settle();

        clock.advance(Duration.ofDays(1));
        store.wakeAll();

        await().atMost(PATIENCE).until(() -> status() == TuningStatus.COMPLETED);
    }

    @Test
    void aClockThatIsSetGoingMovesAJobThatSleeps() {
        clock.set(new ClockSettings(Mode.MANUAL, 600));
        create(Jobs.branin(6, 2));
        awaitTrials(2);
        settle();

        clock.set(new ClockSettings(Mode.SCALED, 600));
        store.wakeAll();

        await().atMost(PATIENCE).until(() -> status() == TuningStatus.COMPLETED);
    }

    @Test
    void aJobThatIsForgottenWhileItRunsLeavesNothingBehind() throws Exception {
        clock.set(new ClockSettings(Mode.INSTANT, 600));
        var stuck = backend.getStuck();
        create(Jobs.branin(10, 2));
        assertThat(stuck.reached.await(20, TimeUnit.SECONDS)).isTrue();

        store.clear();
        stuck.goOn.countDown();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(scheduled()).isEmpty());
        assertThat(store.find(key())).isEmpty();
        assertThat(store.active()).isEmpty();
    }

    @Test
    void aNameCanBeUsedAgainWhileTheForgottenJobStillRuns() throws Exception {
        run(new ClockSettings(Mode.INSTANT, 600), Jobs.branin(6, 3));
        var expected = history();
        store.clear();
        var stuck = backend.getStuck();
        create(Jobs.branin(10, 2));
        assertThat(stuck.reached.await(20, TimeUnit.SECONDS)).isTrue();

        store.clear();
        create(Jobs.branin(6, 3));
        stuck.goOn.countDown();

        await().atMost(PATIENCE).until(() -> status() == TuningStatus.COMPLETED);
        assertThat(history()).isEqualTo(expected);
    }

    @Test
    void forgettingAndCreatingAtAnyMomentNeverFails() {
        clock.set(new ClockSettings(Mode.INSTANT, 600));
        for (int i = 0; i < 60; i++) {
            create(Jobs.branin(5, 2));
            if (i % 3 == 0) {
                awaitTrials(1 + i % 5);
            }
            store.clear();
        }

        create(Jobs.branin(5, 2));

        await().atMost(PATIENCE).until(() -> status() == TuningStatus.COMPLETED);
    }

    @Test
    void aJobAndItsFirstStepAreKeptTogetherOrNotAtAll() {
        var transaction = new TransactionTemplate(transactions);
        clock.set(new ClockSettings(Mode.MANUAL, 600));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    create(Jobs.branin(4, 2));
                    throw new IllegalStateException("too late");
                }))
                .hasMessage("too late");

        assertThat(store.find(key())).isEmpty();
        assertThat(scheduled()).isEmpty();
    }

    @Test
    void aStepThatFailsIsTriedAgain() {
        clock.set(new ClockSettings(Mode.INSTANT, 600));
        backend.failNext(3);

        create(Jobs.branin(4, 2));

        await().atMost(PATIENCE).until(() -> status() == TuningStatus.COMPLETED);
        assertThat(backend.failures()).isEqualTo(3);
    }

    private void run(ClockSettings settings, TuningDefinition definition) {
        clock.set(settings);
        create(definition);
        await().atMost(PATIENCE).until(() -> status().terminal());
    }

    private void create(TuningDefinition definition) {
        jobs.create(Jobs.SCOPE, "churn", definition, List.of());
    }

    private void awaitTrials(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> trials().size() >= count);
    }

    /** Waits until the step has been done and the next one lies in the future. */
    private void settle() {
        await().atMost(PATIENCE)
                .until(() -> scheduler.getScheduledExecutions().stream()
                        .allMatch(execution -> !execution.isPicked()
                                && execution
                                        .getExecutionTime()
                                        .isAfter(Instant.now().plusSeconds(3600))));
    }

    private List<String> scheduled() {
        return ((SchedulerClient) scheduler)
                .getScheduledExecutions().stream()
                        .map(execution -> execution.getTaskInstance().getId())
                        .toList();
    }

    private List<Trial> trials() {
        return store.trials(key());
    }

    private TuningStatus status() {
        return jobs.find(Jobs.SCOPE, "churn").status();
    }

    private History history() {
        return History.of(jobs.describe(Jobs.SCOPE, "churn"));
    }

    private static JobKey key() {
        return new JobKey(Jobs.SCOPE, "churn");
    }

    /** The real backend in a test's mood: fails, or is stuck. */
    static final class Moody implements TrainingBackend {
        private final TrainingBackend real = new SimulatedTraining();
        private final AtomicInteger toFail = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private volatile Stuck stuck = Stuck.not();

        void behave() {
            toFail.set(0);
            failed.set(0);
            stuck.goOn.countDown();
            stuck = Stuck.not();
        }

        void failNext(int times) {
            toFail.set(times);
        }

        int failures() {
            return failed.get();
        }

        /** From now on whoever asks is kept waiting. */
        Stuck getStuck() {
            stuck = new Stuck(new CountDownLatch(1), new CountDownLatch(1));
            return stuck;
        }

        @Override
        public void start(TrainingJob job) {
            if (toFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                failed.incrementAndGet();
                throw new IllegalStateException("The backend cannot be reached");
            }
            stuck.pass();
            real.start(job);
        }

        @Override
        public void stop(TrainingJob job) {
            real.stop(job);
        }

        @Override
        public TrainingReport report(TrainingJob job, Instant now) {
            return real.report(job, now);
        }

        @Override
        public List<LogLine> logs(TrainingJob job, Instant now) {
            return real.logs(job, now);
        }
    }

    /** Where the first one who comes waits; whoever comes later passes. */
    record Stuck(CountDownLatch reached, CountDownLatch goOn) {
        static Stuck not() {
            return new Stuck(new CountDownLatch(0), new CountDownLatch(0));
        }

        private void pass() {
            if (reached.getCount() > 0) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Backend {
        @Bean
        @Primary
        Moody moody() {
            return new Moody();
        }
    }
}
