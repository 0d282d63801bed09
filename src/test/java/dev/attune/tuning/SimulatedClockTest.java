package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.tuning.ClockSettings.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedClockTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WallClock wall = new WallClock();
    private final MemoryClockStore store = new MemoryClockStore();

    @Test
    void scaledTimePassesSoManyTimesAsFast() {
        var clock = clock(Mode.SCALED);
        var job = job(clock);

        wall.move(SECOND);

        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(clock.now(job)).isEqualTo(WallClock.START.plusSeconds(600));
        assertThat(clock.now()).isEqualTo(WallClock.START.plusSeconds(1));
    }

    @Test
    void wallTimePassesAsFastAsTheWallClock() {
        var clock = clock(Mode.WALL);
        var job = job(clock);

        wall.move(SECOND);

        assertThat(clock.now(job)).isEqualTo(WallClock.START.plusSeconds(1));
    }

    @Test
    void instantTimePassesWithTheJobsSteps() {
        var clock = clock(Mode.INSTANT);
        var job = job(clock).stepped(WallClock.START.plusSeconds(77), null, false);

        wall.move(SECOND);

        assertThat(clock.now(job)).isEqualTo(WallClock.START.plusSeconds(77));
        assertThat(clock.elapsed()).isZero();
        assertThat(clock.reached(job, Instant.MAX)).isTrue();
        assertThat(clock.waitUntil(job, Instant.MAX)).hasValue(Duration.ZERO);
    }

    @Test
    void manualTimePassesOnlyWhenTold() {
        var clock = clock(Mode.MANUAL);
        var job = job(clock);
        var later = WallClock.START.plusSeconds(600);

        wall.move(Duration.ofDays(1));

        assertThat(clock.now(job)).isEqualTo(clock.now()).isEqualTo(WallClock.START);
        assertThat(clock.waitUntil(job, later)).isEmpty();

        clock.advance(Duration.ofMinutes(10));

        assertThat(clock.now(job)).isEqualTo(clock.now()).isEqualTo(later);
        assertThat(clock.waitUntil(job, later)).hasValue(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aPausedClockStandsStillAndGoesOn(Mode mode) {
        var clock = clock(mode);
        var job = job(clock);
        clock.set(new ClockSettings(mode, 600, true));
        var paused = clock.now();

        wall.move(SECOND);

        assertThat(clock.elapsed()).isZero();
        assertThat(clock.now(job)).isEqualTo(clock.now()).isEqualTo(paused);
        assertThat(clock.waitUntil(job, WallClock.START.plusSeconds(1))).isEmpty();
        clock.advance(SECOND);
        assertThat(clock.now(job)).isEqualTo(clock.now()).isEqualTo(paused.plus(SECOND));

        clock.set(new ClockSettings(Mode.SCALED, 600));
        wall.move(SECOND);
        assertThat(clock.now(job)).isEqualTo(paused.plusSeconds(601));
    }

    @Test
    void aRestartEndsAPauseInWhichNoTimeHasPassed() {
        clock(Mode.SCALED).set(new ClockSettings(Mode.SCALED, 600, true));
        wall.move(SECOND);

        var restarted = clock(Mode.SCALED);

        assertThat(restarted.settings().paused()).isFalse();
        assertThat(restarted.elapsed()).isZero();
        wall.move(SECOND);
        assertThat(restarted.elapsed()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void timeJumpsWithTheJobsThatLeadItAndWithNoOther() {
        var clock = clock(Mode.MANUAL);
        var job = job(clock);
        var later = WallClock.START.plusSeconds(600);
        assertThat(clock.comesTo(job, later)).isFalse();

        clock.follow(job::equals);

        assertThat(clock.comesTo(job.stepped(WallClock.START.plusSeconds(1), null, false), later))
                .isFalse();
        assertThat(clock.comesTo(job, later)).isTrue();
        assertThat(clock.now()).isEqualTo(clock.now(job)).isEqualTo(later);
        clock.followNobody();
        assertThat(clock.comesTo(job, later.plusMillis(1))).isFalse();
        assertThat(clock(Mode.MANUAL).elapsed()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aJobIsCreatedAtTheClocksOwnTimeAndLivesFromThereOn() {
        var clock = clock(Mode.SCALED);
        wall.move(Duration.ofHours(1));

        var job = job(clock);
        wall.move(SECOND);

        assertThat(job.createdAt()).isEqualTo(WallClock.START.plusSeconds(3600));
        assertThat(clock.now(job)).isEqualTo(job.createdAt().plusSeconds(600));
    }

    @Test
    void aJobsTimeIsNeverBeforeItsLastStep() {
        var clock = clock(Mode.SCALED);

        var job = job(clock).stepped(WallClock.START.plusSeconds(5), null, false);

        assertThat(clock.now(job)).isEqualTo(WallClock.START.plusSeconds(5));
    }

    @Test
    void saysHowLongToWaitByTheWallClock() {
        var clock = clock(Mode.SCALED);
        var job = job(clock);

        assertThat(clock.waitUntil(job, WallClock.START.plusSeconds(600))).hasValue(SECOND);
        assertThat(clock.waitUntil(job, WallClock.START.plusMillis(1))).hasValue(Duration.ofMillis(1));
        assertThat(clock.waitUntil(job, WallClock.START)).hasValue(Duration.ZERO);
    }

    @Test
    void waitsADayAtMost() {
        var clock = clock(Mode.WALL);

        assertThat(clock.waitUntil(job(clock), WallClock.START.plus(Duration.ofDays(900))))
                .hasValue(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3, 1, 7.7, 599.9, 600, 36_000, 1e8})
    void whatWasWaitedForIsReached(double speed) {
        var clock = new SimulatedClock(wall, new ClockSettings(Mode.SCALED, speed), store);
        var job = job(clock);
        for (int millis = 1; millis < 5000; millis += 37) {
            var event = clock.now(job).plusMillis(millis);

            wall.move(clock.waitUntil(job, event).orElseThrow());
            wall.move(clock.waitUntil(job, event).orElseThrow()); // a rounding error costs a millisecond

            assertThat(clock.reached(job, event)).as("%s ms", millis).isTrue();
        }
    }

    @Test
    void aChangeOfModeKeepsWhatHasPassed() {
        var clock = clock(Mode.SCALED);
        var job = job(clock);
        wall.move(SECOND);
        clock.set(new ClockSettings(Mode.WALL, 600));
        wall.move(SECOND);
        clock.set(new ClockSettings(Mode.MANUAL, 600));
        wall.move(SECOND);
        clock.advance(SECOND);
        clock.set(new ClockSettings(Mode.SCALED, 60));
        wall.move(SECOND);

        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(600 + 1 + 1 + 60));
        assertThat(clock.now(job)).isEqualTo(job.createdAt().plusSeconds(662));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aJumpAheadIsForEverybody(Mode mode) {
        var clock = clock(mode);

        clock.advance(Duration.ofHours(2));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aRestartKeepsWhatHasPassed() {
        var job = job(clock(Mode.SCALED));
        wall.move(SECOND);

        var restarted = clock(Mode.SCALED);

        assertThat(restarted.now(job)).isEqualTo(job.createdAt().plusSeconds(600));
        wall.move(SECOND);
        assertThat(restarted.now(job)).isEqualTo(job.createdAt().plusSeconds(1200));
    }

    @Test
    void aManualClockStandsWhereItStoodAfterARestart() {
        var clock = clock(Mode.MANUAL);
        clock.advance(Duration.ofHours(1));
        wall.move(Duration.ofDays(3));

        assertThat(clock(Mode.MANUAL).now()).isEqualTo(WallClock.START.plusSeconds(3600));
    }

    @Test
    void aRestartWithOtherSettingsKeepsWhatHasPassedAndTakesTheSettings() {
        var job = job(clock(Mode.SCALED));
        wall.move(SECOND);

        var restarted = clock(Mode.WALL);
        wall.move(SECOND);

        assertThat(restarted.settings().mode()).isEqualTo(Mode.WALL);
        assertThat(restarted.now(job)).isEqualTo(job.createdAt().plusSeconds(601));
    }

    @Test
    void aResetGoesBackToTheConfiguredSettings() {
        var clock = clock(Mode.MANUAL);
        clock.set(new ClockSettings(Mode.WALL, 1));

        clock.reset();

        assertThat(clock.settings()).isEqualTo(new ClockSettings(Mode.MANUAL, 600));
    }

    @Test
    void aManualClockStartsAgainFromTheWallClockWhenItIsReset() {
        var clock = clock(Mode.MANUAL);
        clock.advance(Duration.ofDays(400));
        wall.move(SECOND);

        clock.reset();

        assertThat(clock.now()).isEqualTo(WallClock.START.plusSeconds(1));
    }

    @Test
    void aWallClockThatGoesBackTakesNoTimeAway() {
        var clock = clock(Mode.SCALED);
        wall.move(SECOND.negated());

        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void allTimesAreWholeMilliseconds() {
        wall.move(Duration.ofNanos(1_999_999));

        assertThat(clock(Mode.MANUAL).now()).isEqualTo(WallClock.START.plusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, 100_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSpeedsOutOfBounds(double speed) {
        assertThatThrownBy(() -> new ClockSettings(Mode.SCALED, speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The clock's speed [" + speed + "] must be more than 0 and at most 1.0E8");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1, 100_000_000})
    void takesSpeedsWithinBounds(double speed) {
        assertThatCode(() -> new ClockSettings(Mode.SCALED, speed)).doesNotThrowAnyException();
    }

    private SimulatedClock clock(Mode mode) {
        return new SimulatedClock(wall, new ClockSettings(mode, 600), store);
    }

    private static TuningJob job(SimulatedClock clock) {
        return new TuningJobs(new MemoryTuningStore(), new SimulatedTraining(), clock, 42)
                .create(Jobs.SCOPE, "churn", Jobs.branin(4, 2), List.of());
    }
}
