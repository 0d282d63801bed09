package dev.attune.search.acquisition;

import java.util.Comparator;

/** A point and its acquisition value. */
public final class Scored {
    static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::value).reversed();

    private final double[] point;
    private final double value;

    Scored(double[] point, double value) {
        this.point = point;
        this.value = value;
    }

    /** Not copied. */
    public double[] point() {
        return point;
    }

    /** −∞ for a point that must not be proposed. */
    public double value() {
        return value;
    }
}
