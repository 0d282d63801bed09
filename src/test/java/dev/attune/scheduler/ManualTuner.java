package dev.attune.scheduler;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.attune.search.RandomSearcher;
import dev.attune.search.Searcher;
import dev.attune.training.TrainingBackend;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.MemoryClockStore;
import dev.attune.tuning.MemoryTuningStore;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.WallClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * The tuning loop without threads and without waiting: a store in memory, a wall clock that a test moves, and a node that can be restarted.
 * It does what the scheduler does: runs each job that is due.
 */
final class ManualTuner {
    private static final long SEED = 42;
    private static final int MOST_ROUNDS = 100_000;

    static {
        // Tests run thousands of jobs, and nobody reads that they ended.
        ((Logger) LoggerFactory.getLogger(TuningLoop.class)).setLevel(Level.WARN);
    }

    private final WallClock wall = new WallClock();
    private final MemoryClockStore clocks = new MemoryClockStore();
    private final FaultyStore store = new FaultyStore(new MemoryTuningStore());
    private final Searcher searcher;
    private final SimulatedClock clock;
    private final Supplier<TrainingBackend> backends;
    private TuningJobs jobs;
    private TuningLoop loop;

    ManualTuner(ClockSettings settings, Searcher searcher) {
        this(settings, searcher, SimulatedTraining::new);
    }

    /** @param backends makes the backend of each node, and of this one after each restart */
    ManualTuner(ClockSettings settings, Searcher searcher, Supplier<TrainingBackend> backends) {
        this.searcher = searcher;
        this.backends = backends;
        this.clock = new SimulatedClock(wall, settings, clocks);
        restart();
    }

    static ManualTuner in(Mode mode) {
        return new ManualTuner(new ClockSettings(mode, 600), new RandomSearcher());
    }

    /** Begins again with nothing but what was kept. */
    void restart() {
        var training = backends.get();
        jobs = new TuningJobs(store, training, clock, SEED);
        loop = new TuningLoop(store, training, strategy -> searcher, clock);
    }

    /** Another node on the same store and the same clock. */
    TuningLoop anotherLoop() {
        return new TuningLoop(store, backends.get(), strategy -> searcher, clock);
    }

    ManualTuner create(String name, TuningDefinition definition) {
        jobs.create(Jobs.SCOPE, name, definition, List.of());
        return this;
    }

    void stop(String name) {
        jobs.stop(Jobs.SCOPE, name);
    }

    TuningJobSnapshot describe(String name) {
        return jobs.describe(Jobs.SCOPE, name);
    }

    FaultyStore store() {
        return store;
    }

    SimulatedClock clock() {
        return clock;
    }

    /** As it is after a restart. */
    TrainingBackend backend() {
        return backends.get();
    }

    TuningJobs jobs() {
        return jobs;
    }

    /** Lets time pass by the wall clock, or by command where only that moves it, and does all that is due then. */
    void tick(Duration duration) {
        if (clock.settings().mode() == Mode.MANUAL) {
            clock.advance(duration);
        } else {
            wall.move(duration);
        }
        runDue();
    }

    /** Does all that is due now, one job after the other. */
    void runDue() {
        store.active().forEach(key -> loop.run(key, () -> false));
    }

    /** Goes on until every job has ended, as the scheduler would: it sleeps exactly as long as the loop says. */
    void runUntilDone() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var active = store.active();
            if (active.isEmpty()) {
                return;
            }
            for (var key : active) {
                loop.run(key, () -> false).ifPresent(this::sleep);
            }
        }
        throw new AssertionError("Not done after [" + MOST_ROUNDS + "] rounds: " + store.active());
    }

    private void sleep(Duration duration) {
        if (clock.settings().mode() == Mode.MANUAL) {
            clock.advance(Duration.ofSeconds(61));
        } else {
            wall.move(duration);
        }
    }

    History history(String name) {
        return History.of(describe(name));
    }
}
