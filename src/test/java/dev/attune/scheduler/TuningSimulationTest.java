package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.MedianRule;
import dev.attune.tuning.RungRule;
import dev.attune.tuning.StoppingRule;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole lives of a node in a few milliseconds: random jobs, random time, random requests to stop, crashes, other nodes, changes of the clock.
 * After each event every job must keep the {@link Invariants}; a job that nobody stopped must have the history of an undisturbed one. A
 * failure names its seed, which replays it.
 */
class TuningSimulationTest {
    private static final int SEEDS_PER_BLOCK = 100;
    private static final int EVENTS = 40;
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final List<String> IMAGES =
            List.of("attune/branin", "attune/branin", "attune/failing", "attune/flaky", "attune/silent", "my/image");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void keepsTheInvariantsWhateverHappens(int block) {
        for (int i = 0; i < SEEDS_PER_BLOCK; i++) {
            var seed = block * SEEDS_PER_BLOCK + i;
            try {
                new Life(seed).live();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed [" + seed + "]: " + e.getMessage(), e);
            }
        }
    }

    /** One run of a node. */
    private static final class Life {
        private final Random random;
        private final ManualTuner tuner;
        private final Invariants invariants = new Invariants();
        private final Map<String, TuningDefinition> created = new HashMap<>();
        private final List<String> stopped = new ArrayList<>();

        private Life(int seed) {
            this.random = new Random(seed);
            this.tuner = ManualTuner.in(anyMode());
        }

        private void live() {
            create();
            for (int i = 0; i < EVENTS; i++) {
                event();
                check();
            }
            tuner.store().set(FaultyStore.Fault.NONE);
            tuner.runUntilDone();
            check();
            created.forEach(this::checkEnd);
        }

        private void event() {
            try {
                switch (random.nextInt(12)) {
                    case 0 -> create();
                    case 1 -> stop();
                    case 2 -> tuner.store().set(FaultyStore.Fault.crashBefore(1 + random.nextInt(5)));
                    case 3 -> tuner.store().set(FaultyStore.Fault.crashAfter(1 + random.nextInt(5)));
                    case 4 -> tuner.restart();
                    case 5 -> anotherNode();
                    case 6 -> changeClock();
                    default -> tuner.tick(Duration.ofMillis((long) StrictMath.exp(random.nextDouble() * 14)));
                }
            } catch (FaultyStore.Crash e) {
                tuner.store().set(FaultyStore.Fault.NONE);
                tuner.restart();
            }
        }

        private void create() {
            if (created.size() < 4) {
                var name = "job-" + created.size();
                var trials = 1 + random.nextInt(9);
                var definition = Jobs.of(
                        IMAGES.get(random.nextInt(IMAGES.size())),
                        trials,
                        1 + random.nextInt(trials),
                        random.nextInt(3) == 0 ? Duration.ofMinutes(1 + random.nextInt(40)) : null);
                var stopping = Jobs.stopping(definition, definition.strategy(), anyRule());
                created.put(name, stopping);
                tuner.create(name, stopping);
            }
        }

        private @Nullable StoppingRule anyRule() {
            return switch (random.nextInt(4)) {
                case 0 -> new MedianRule(1 + random.nextInt(3));
                case 1 -> new RungRule(1, 2 + random.nextInt(4));
                default -> null;
            };
        }

        private void stop() {
            var name = "job-" + random.nextInt(created.size());
            try {
                tuner.stop(name);
                stopped.add(name);
            } catch (TuningException e) {
                assertThat(tuner.describe(name).job().status().terminal()).isTrue();
            }
        }

        private void anotherNode() {
            var steps = new int[] {random.nextInt(4)};
            for (var key : tuner.store().active()) {
                tuner.anotherLoop().run(key, () -> steps[0]-- == 0);
            }
        }

        private void changeClock() {
            tuner.clock().set(new ClockSettings(anyMode(), 1 + random.nextInt(5000)));
        }

        private Mode anyMode() {
            return MODES.get(random.nextInt(MODES.size()));
        }

        private void check() {
            created.keySet().forEach(name -> invariants.check(tuner.describe(name)));
        }

        private void checkEnd(String name, TuningDefinition definition) {
            var status = tuner.describe(name).job().status();
            if (stopped.contains(name)) {
                assertThat(status).isEqualTo(TuningStatus.STOPPED);
            } else {
                var alone = ManualTuner.in(Mode.INSTANT).create(name, definition);
                alone.runUntilDone();
                assertThat(tuner.history(name)).isEqualTo(alone.history(name));
            }
        }
    }
}
