package dev.attune.tuning;

/**
 * How simulated time passes.
 *
 * @param speed simulated seconds in a second of the wall clock, for {@link Mode#SCALED}; finite, more than 0
 * @param paused whether time stands still for now, whatever the mode
 */
public record ClockSettings(Mode mode, double speed, boolean paused) {
    /** The highest speed: with it a year of simulated time passes in a third of a second. */
    public static final double MAX_SPEED = 1e8;

    /** Ways for time to pass. */
    public enum Mode {
        /** So many times as fast as the wall clock. */
        SCALED,
        /** From event to event without waiting. */
        INSTANT,
        /** As fast as the wall clock. */
        WALL,
        /** Only when told to. */
        MANUAL
    }

    public ClockSettings {
        if (!(speed > 0 && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException(
                    "The clock's speed [" + speed + "] must be more than 0 and at most " + MAX_SPEED);
        }
    }

    /** A clock that is not paused. */
    public ClockSettings(Mode mode, double speed) {
        this(mode, speed, false);
    }

    /** Whether time moves only when told to. */
    boolean stands() {
        return paused || mode == Mode.MANUAL;
    }

    /** Whether jobs go from event to event without waiting. */
    boolean jumps() {
        return !paused && mode == Mode.INSTANT;
    }

    /** What is kept of them over a restart, which ends a pause: that time stood still. */
    ClockSettings kept() {
        return paused ? new ClockSettings(Mode.MANUAL, speed) : this;
    }

    /** Simulated seconds in a second of the wall clock. */
    double rate() {
        if (paused) {
            return 0;
        }
        return switch (mode) {
            case SCALED -> speed;
            case WALL -> 1;
            case INSTANT, MANUAL -> 0;
        };
    }
}
