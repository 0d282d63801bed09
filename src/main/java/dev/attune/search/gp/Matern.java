package dev.attune.search.gp;

import dev.attune.search.linalg.Decay;
import dev.attune.search.linalg.Vectors;
import java.util.Arrays;

/** The Matérn-5/2 kernel over all dimensions jointly: points are alike where they are close in every dimension that matters. */
final class Matern extends Kernel {
    private final double[] weights;
    private final double[] fives;
    private final double signal;

    private Matern(double[] weights, double signal, double noise) {
        super(noise);
        this.weights = weights;
        fives = Arrays.stream(weights).map(weight -> 5 * weight).toArray();
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
    void add(Inputs inputs, double[] point, double[] row, int from, int to) {
        var roots = roots(inputs, point, from, to);
        var decays = Decay.of(roots, from, to);
        for (int j = from; j < to; j++) {
            double root = roots[j];
            row[j] = Math.fma(signal * (1 + root + root * root / 3), decays[j], row[j]);
        }
    }

    @Override
    void addSlopes(Inputs inputs, double[] point, double[] coefficients, double factor, double[] gradient) {
        int count = coefficients.length;
        var roots = roots(inputs, point, 0, count);
        var pulls = pulls(roots, Decay.of(roots, 0, count), coefficients, count);
        var offsets = new double[count];
        for (int dimension = 0; dimension < point.length; dimension++) {
            if (!inputs.nominal(dimension)) {
                inputs.differences(dimension, point[dimension], offsets);
                gradient[dimension] += factor * weights[dimension] * Vectors.dot(pulls, offsets, 0, count);
            }
        }
    }

    @Override
    void addDerivatives(Inputs inputs, int i, double[] coefficients, double[][] terms) {
        var roots = roots(inputs, inputs.point(i), 0, i);
        var decays = Decay.of(roots, 0, i);
        var pulls = pulls(roots, decays, coefficients, i);
        for (int dimension = 0; dimension < weights.length; dimension++) {
            inputs.addSquares(
                    dimension, inputs.coordinate(i, dimension), weights[dimension], pulls, terms[dimension], i);
        }
        var bySignal = terms[weights.length];
        for (int j = 0; j < i; j++) {
            double root = roots[j];
            double shape = signal * (1 + root + root * root / 3) * decays[j];
            bySignal[j] = Math.fma(coefficients[j], shape, bySignal[j]);
        }
    }

    @Override
    void addOwnDerivatives(double factor, double[] gradient) {
        gradient[weights.length] += factor * signal;
    }

    /** √(5s) between the point and each of the inputs in [from, to). */
    private double[] roots(Inputs inputs, double[] point, int from, int to) {
        var roots = new double[to];
        inputs.addSquares(point, fives, roots, from, to);
        for (int j = from; j < to; j++) {
            roots[j] = Math.sqrt(roots[j]);
        }
        return roots;
    }

    /** The first coefficients times −2·dk/ds, the common factor of all of k's derivatives by distances. */
    private double[] pulls(double[] roots, double[] decays, double[] coefficients, int length) {
        var pulls = new double[length];
        double factor = signal * (5.0 / 3);
        for (int j = 0; j < length; j++) {
            pulls[j] = coefficients[j] * factor * (1 + roots[j]) * decays[j];
        }
        return pulls;
    }
}
