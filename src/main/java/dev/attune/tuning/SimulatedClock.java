package dev.attune.tuning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The clock that jobs live by. A job is created at the clock's own time and from there on lives through as much simulated time as the
 * clock lets pass: {@code createdAt + (elapsed − origin)}. All times are whole milliseconds. Safe for use by many threads.
 */
public final class SimulatedClock {
    private static final double LONGEST_WAIT_MILLIS = 86_400_000;

    private final InstantSource wall;
    private final ClockSettings configured;
    private final ClockStore store;
    private ClockState state;
    private @Nullable Predicate<Timed<?>> leader;

    public SimulatedClock(InstantSource wall, ClockSettings configured, ClockStore store) {
        this.wall = wall;
        this.configured = configured;
        this.store = store;
        this.state = store.load()
                .map(saved -> saved.settings().equals(configured) ? saved : moved(saved, configured))
                .orElseGet(() -> new ClockState(configured, wallNow(), Duration.ZERO));
        store.save(state);
    }

    public synchronized ClockSettings settings() {
        return state.settings();
    }

    /** The clock's own time, which a new job is created at: the wall clock's, except where time stands still, as under MANUAL. */
    public synchronized Instant now() {
        return state.settings().stands() ? state.anchor() : wallNow();
    }

    /** Simulated time that has passed since the clock was first started. */
    public synchronized Duration elapsed() {
        return elapsed(state);
    }

    /** The job's simulated time: under INSTANT, where no job waits, that of its last step. */
    public synchronized Instant now(Timed<?> job) {
        var now = unbound(job);
        return state.settings().jumps() || now.isBefore(job.updatedAt()) ? job.updatedAt() : now;
    }

    /** The same job, where it has run ahead of the clock as under INSTANT: its time goes on from its last step when the clock is set going. */
    public synchronized <T extends Timed<T>> T caughtUp(T job) {
        var ahead = Duration.between(unbound(job), job.updatedAt());
        return ahead.isNegative() ? job : job.withOrigin(job.origin().minus(ahead));
    }

    private Instant unbound(Timed<?> job) {
        return job.createdAt().plus(elapsed(state)).minus(job.origin());
    }

    /** Whether the job's simulated time has reached {@code instant}. */
    public synchronized boolean reached(Timed<?> job, Instant instant) {
        return state.settings().jumps() || !instant.isAfter(now(job));
    }

    /**
     * Whether the job may take its step at {@code instant}: the same, but that time jumps there for a job that leads it. Where it stood is saved
     * by {@link #followNobody}.
     */
    public synchronized boolean comesTo(Timed<?> job, Instant instant) {
        if (leader != null && !reached(job, instant) && leader.test(job)) {
            state = advanced(Duration.between(now(job), instant));
        }
        return reached(job, instant);
    }

    /** Lets time jump, from event to event, with the jobs for which {@code leader} holds. */
    public synchronized void follow(Predicate<Timed<?>> leader) {
        this.leader = leader;
    }

    /** Lets time pass by itself again. */
    public synchronized void followNobody() {
        leader = null;
        replace(state);
    }

    /** How long by the wall clock until the job's time reaches {@code instant}; empty where only a command moves time. */
    public synchronized Optional<Duration> waitUntil(Timed<?> job, Instant instant) {
        if (reached(job, instant)) {
            return Optional.of(Duration.ZERO);
        }
        var rate = state.settings().rate();
        if (rate == 0) {
            return Optional.empty();
        }
        var millis = Math.ceil(Duration.between(now(job), instant).toMillis() / rate);
        return Optional.of(Duration.ofMillis((long) Math.min(millis, LONGEST_WAIT_MILLIS)));
    }

    /** Changes how time passes from now on. */
    public synchronized void set(ClockSettings settings) {
        replace(moved(state, settings));
    }

    /** Lets simulated time jump ahead. */
    public synchronized void advance(Duration duration) {
        replace(advanced(duration));
    }

    private ClockState advanced(Duration duration) {
        var anchor = state.settings().stands() ? state.anchor().plus(duration) : state.anchor();
        return new ClockState(state.settings(), anchor, state.elapsed().plus(duration));
    }

    /** Goes back to the configured settings. */
    public synchronized void reset() {
        set(configured);
    }

    private void replace(ClockState next) {
        store.save(new ClockState(next.settings().kept(), next.anchor(), next.elapsed()));
        state = next;
    }

    private ClockState moved(ClockState from, ClockSettings to) {
        return new ClockState(to, wallNow(), elapsed(from));
    }

    private Duration elapsed(ClockState at) {
        var passed = Math.max(0, Duration.between(at.anchor(), wallNow()).toMillis());
        return at.elapsed().plusMillis((long) (passed * at.settings().rate()));
    }

    private Instant wallNow() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
