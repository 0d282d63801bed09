package dev.attune.search.acquisition;

/** How much a trial at a point promises, on a logarithmic scale; higher is better. Never NaN. */
public interface Acquisition {
    /** The values at points, not copied. */
    double[] values(double[][] points);

    /**
     * The value at one point.
     *
     * @param gradient overwritten with the derivatives; 0 for coordinates without order
     */
    double value(double[] point, double[] gradient);
}
