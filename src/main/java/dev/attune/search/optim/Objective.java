package dev.attune.search.optim;

/** A function to be minimised, with its gradient. */
@FunctionalInterface
public interface Objective {
    /**
     * The value at a point; infinite where the function is not defined, never NaN.
     *
     * @param gradient overwritten with the derivatives at the point; left undefined where the value is infinite
     */
    double value(double[] point, double[] gradient);
}
