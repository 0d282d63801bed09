package dev.attune.search.gp;

import dev.attune.search.linalg.Cholesky;
import java.util.Arrays;

/** The covariance of a Gaussian process with its hyperparameters. */
public abstract class Kernel {
    /** Variance of the constant mean, in units of the standardised targets' variance. */
    static final double OFFSET = 10;

    private final double noise;

    Kernel(double noise) {
        this.noise = noise;
    }

    /** 1/ℓ² of each dimension, from a θ that begins with their ln ℓ. */
    static double[] weights(double[] logarithms, int dimensions) {
        return Arrays.stream(logarithms, 0, dimensions)
                .map(length -> StrictMath.exp(-2 * length))
                .toArray();
    }

    /** 1/ℓ² of a dimension. */
    public abstract double weight(int dimension);

    /** k(x, x): the variance of the process at a point before any data, but for that of its constant mean. */
    public abstract double signal();

    /** The variance of the noise. */
    public final double noise() {
        return noise;
    }

    /** The variance of the process at a point before any data. */
    final double prior() {
        return signal() + OFFSET;
    }

    /**
     * K with that variance of noise, upper triangle, as {@link Cholesky#factor} takes it.
     *
     * @param known its leading block of that size is left out
     */
    final double[][] covariances(Inputs inputs, double noiseVariance, int known) {
        int count = inputs.count();
        var matrix = new double[count][count];
        for (int i = 0; i < count; i++) {
            int from = Math.max(i + 1, known);
            Arrays.fill(matrix[i], from, count, OFFSET);
            add(inputs, inputs.point(i), matrix[i], from, count);
            matrix[i][i] = i < known ? 0 : prior() + noiseVariance;
        }
        return matrix;
    }

    /** Adds k(x, xⱼ) to {@code row[j]}, for x a point and xⱼ the inputs in [from, to). */
    abstract void add(Inputs inputs, double[] point, double[] row, int from, int to);

    /**
     * Adds factor · Σ coefficientsⱼ ∂k(x, xⱼ)/∂x over the first inputs to the gradient, one element a dimension; nothing in nominal
     * ones.
     */
    abstract void addSlopes(Inputs inputs, double[] point, double[] coefficients, double factor, double[] gradient);

    /**
     * Adds coefficientsⱼ ∂k(xᵢ, xⱼ)/∂θ for the j below i to the terms, but for the noise's.
     *
     * @param coefficients at least i
     * @param terms for each element of θ one for each j, to be summed
     */
    abstract void addDerivatives(Inputs inputs, int i, double[] coefficients, double[][] terms);

    /** Adds factor · ∂k(x, x)/∂θ to the gradient, but for the noise's. */
    abstract void addOwnDerivatives(double factor, double[] gradient);
}
