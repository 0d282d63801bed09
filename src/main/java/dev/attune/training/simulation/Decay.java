package dev.attune.training.simulation;

/** Exponential decay that is over in finite time. */
public final class Decay {
    private Decay() {}

    /** Falls from 1 at progress 0 to exactly 0 at progress 1; a larger rate falls earlier. */
    public static double after(double progress, double rate) {
        if (progress >= 1) {
            return 0;
        }
        var floor = StrictMath.exp(-rate);
        return (StrictMath.exp(-rate * progress) - floor) / (1 - floor);
    }
}
