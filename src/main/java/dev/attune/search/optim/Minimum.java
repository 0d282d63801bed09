package dev.attune.search.optim;

/** Where a minimisation ended. */
public final class Minimum {
    private final double[] point;
    private final double value;

    Minimum(double[] point, double value) {
        this.point = point;
        this.value = value;
    }

    /** The best point seen; not copied. */
    public double[] point() {
        return point;
    }

    /** The objective there; infinite where it was not defined even at the start. */
    public double value() {
        return value;
    }
}
