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

    /** K with that variance of noise, lower triangle, as {@link Cholesky#factor} takes it. */
    final double[] covariances(Inputs inputs, double noiseVariance) {
        int stride = Cholesky.stride(inputs.count());
        var matrix = new double[stride * stride];
        for (int i = 0; i < inputs.count(); i++) {
            int row = i * stride;
            Arrays.fill(matrix, row, row + i, OFFSET);
            add(inputs, inputs.point(i), matrix, row, i);
            matrix[row + i] = prior() + noiseVariance;
        }
        return matrix;
    }

    /** Adds k(x, xⱼ) to {@code row[at + j]}, for x a point and xⱼ the first {@code length} inputs. */
    abstract void add(Inputs inputs, double[] point, double[] row, int at, int length);

    /**
     * Adds factor · Σ coefficientsⱼ ∂k(x, xⱼ)/∂x over the first inputs to the gradient, one element a dimension; nothing in nominal
     * ones.
     */
    abstract void addSlopes(Inputs inputs, double[] point, double[] coefficients, double factor, double[] gradient);

    /** Adds Σ coefficientsⱼ ∂k(xᵢ, xⱼ)/∂θ over the j below i to the gradient, but for the noise's. */
    abstract void addDerivatives(Inputs inputs, int i, double[] coefficients, double[] gradient);

    /** Adds factor · ∂k(x, x)/∂θ to the gradient, but for the noise's. */
    abstract void addOwnDerivatives(double factor, double[] gradient);
}
