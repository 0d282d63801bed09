package dev.attune.tuning;

/**
 * How simulated time passes.
 *
 * @param speed simulated seconds in a second of the wall clock, for {@link Mode#SCALED}; finite, more than 0
 */
public record ClockSettings(Mode mode, double speed) {
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

    /** Simulated seconds in a second of the wall clock. */
    double rate() {
        return switch (mode) {
            case SCALED -> speed;
            case WALL -> 1;
            case INSTANT, MANUAL -> 0;
        };
    }
}
