package dev.attune.search.gp;

/** The mean and variance of a process at a point, with their derivatives by its coordinates. */
public final class Prediction {
    private final double mean;
    private final double variance;
    private final double[] meanGradient;
    private final double[] varianceGradient;

    Prediction(double mean, double variance, int dimensions) {
        this.mean = mean;
        this.variance = variance;
        meanGradient = new double[dimensions];
        varianceGradient = new double[dimensions];
    }

    public double mean() {
        return mean;
    }

    /** Positive. */
    public double variance() {
        return variance;
    }

    /** Not copied. */
    public double[] meanGradient() {
        return meanGradient;
    }

    /** Not copied. */
    public double[] varianceGradient() {
        return varianceGradient;
    }
}
