package dev.attune.search.optim;

/** The points between two corners, both included. */
public final class Box {
    private final double[] lower;
    private final double[] upper;

    /** Neither array is copied; no element of {@code lower} is above that of {@code upper}, and all are finite. */
    public Box(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** Moves the point into the box, coordinate by coordinate. */
    void project(double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(upper[i], Math.max(lower[i], point[i]));
        }
    }

    /** Whether the coordinate stands at an end of the box and descent would push it out, so that it cannot move. */
    boolean blocks(int coordinate, double value, double derivative) {
        return derivative > 0 ? value <= lower[coordinate] : value >= upper[coordinate];
    }
}
