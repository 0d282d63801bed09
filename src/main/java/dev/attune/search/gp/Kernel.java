package dev.attune.search.gp;

import java.util.Arrays;

/** The covariance of a Gaussian process with its hyperparameters. */
public final class Kernel {
    /** Variance of the constant mean, in units of the standardised targets' variance. */
    static final double OFFSET = 10;

    private static final double SQRT5 = Math.sqrt(5);

    private final double[] weights;
    private final double signal;
    private final double noise;

    private Kernel(double[] weights, double signal, double noise) {
        this.weights = weights;
        this.signal = signal;
        this.noise = noise;
    }

    /** From θ: the logarithms of d length scales, of the signal and of the noise variance. */
    static Kernel of(double[] logarithms) {
        int dimensions = logarithms.length - 2;
        var weights = new double[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            weights[dimension] = StrictMath.exp(-2 * logarithms[dimension]);
        }
        return new Kernel(weights, StrictMath.exp(logarithms[dimensions]), StrictMath.exp(logarithms[dimensions + 1]));
    }

    /** 1/ℓ² of a dimension. */
    public double weight(int dimension) {
        return weights[dimension];
    }

    public double signal() {
        return signal;
    }

    public double noise() {
        return noise;
    }

    /** The variance of the process at a point before any data. */
    double prior() {
        return signal + OFFSET;
    }

    /** Writes s between the point and each of the first {@code length} inputs. */
    void distances(Inputs inputs, double[] point, double[] distances, int at, int length) {
        Arrays.fill(distances, at, at + length, 0);
        for (int dimension = 0; dimension < weights.length; dimension++) {
            inputs.addSquares(dimension, point[dimension], weights[dimension], distances, at, length);
        }
    }

    /** k at a scaled squared distance, without the offset. */
    double covariance(double distance) {
        double root = SQRT5 * Math.sqrt(distance);
        return signal * (1 + root + root * root / 3) * StrictMath.exp(-root);
    }

    /** −2·dk/ds at a scaled squared distance: the common factor of all of k's derivatives. */
    double slope(double distance) {
        double root = SQRT5 * Math.sqrt(distance);
        return signal * (5.0 / 3) * (1 + root) * StrictMath.exp(-root);
    }
}
