package dev.attune.search.gp;

import dev.attune.search.linalg.Decay;
import dev.attune.search.linalg.Vectors;

/** The Matérn-5/2 kernel over all dimensions jointly: points are alike where they are close in every dimension that matters. */
final class Matern extends Kernel {
    private final double[] weights;
    private final double signal;

    private Matern(double[] weights, double signal, double noise) {
        super(noise);
        this.weights = weights;
        this.signal = signal;
    }

    /** From θ: ln ℓ of d dimensions, ln signal, ln noise; the rest is not read. */
    static Matern of(double[] logarithms, int dimensions) {
        return new Matern(
                weights(logarithms, dimensions),
                StrictMath.exp(logarithms[dimensions]),
                StrictMath.exp(logarithms[dimensions + 1]));
    }

    @Override
    public double weight(int dimension) {
        return weights[dimension];
    }

    @Override
    public double signal() {
        return signal;
    }

    @Override
    void add(Inputs inputs, double[] point, double[] row, int at, int length) {
        var roots = roots(inputs, point, length);
        for (int j = 0; j < length; j++) {
            double root = roots[j];
            row[at + j] = Math.fma(signal * (1 + root + root * root / 3), Decay.of(root), row[at + j]);
        }
    }

    @Override
    void addSlopes(Inputs inputs, double[] point, double[] coefficients, double factor, double[] gradient) {
        var pulls = pulls(roots(inputs, point, coefficients.length), coefficients);
        var offsets = new double[coefficients.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            if (!inputs.nominal(dimension)) {
                inputs.differences(dimension, point[dimension], offsets);
                gradient[dimension] += factor * weights[dimension] * Vectors.dot(pulls, 0, offsets, 0, offsets.length);
            }
        }
    }

    @Override
    void addDerivatives(Inputs inputs, int i, double[] coefficients, double[] gradient) {
        var roots = roots(inputs, inputs.point(i), i);
        var pulls = pulls(roots, coefficients);
        var squares = new double[i];
        for (int dimension = 0; dimension < weights.length; dimension++) {
            inputs.squaredDifferences(dimension, inputs.coordinate(i, dimension), squares, i);
            gradient[dimension] += weights[dimension] * Vectors.dot(pulls, 0, squares, 0, i);
        }
        double sum = 0;
        for (int j = 0; j < i; j++) {
            double root = roots[j];
            sum = Math.fma(coefficients[j] * (1 + root + root * root / 3), Decay.of(root), sum);
        }
        gradient[weights.length] += signal * sum;
    }

    @Override
    void addOwnDerivatives(double factor, double[] gradient) {
        gradient[weights.length] += factor * signal;
    }

    /** √(5s) between the point and each of the first inputs. */
    private double[] roots(Inputs inputs, double[] point, int length) {
        var roots = new double[length];
        for (int dimension = 0; dimension < weights.length; dimension++) {
            inputs.addSquares(dimension, point[dimension], 5 * weights[dimension], roots, 0, length);
        }
        for (int j = 0; j < length; j++) {
            roots[j] = Math.sqrt(roots[j]);
        }
        return roots;
    }

    /** The coefficients times −2·dk/ds, the common factor of all of k's derivatives by distances. */
    private double[] pulls(double[] roots, double[] coefficients) {
        var pulls = new double[roots.length];
        for (int j = 0; j < pulls.length; j++) {
            pulls[j] = coefficients[j] * signal * (5.0 / 3) * (1 + roots[j]) * Decay.of(roots[j]);
        }
        return pulls;
    }
}
