package dev.attune.search.gp;

import dev.attune.search.linalg.Vectors;
import java.util.Arrays;

/**
 * A kernel of functions whose dependence on the numeric dimensions changes with each nominal one: the Matérn-5/2 kernel over the
 * numeric dimensions times (base + Σ scaleᵢ [xᵢ = x'ᵢ]), plus Σ shareᵢ [xᵢ = x'ᵢ], the sums over the nominal dimensions. Points that
 * agree in some category are alike, the more so the closer their numbers (after Ru et al. 2020, "Bayesian optimisation over multiple
 * continuous and categorical inputs", ICML).
 */
final class Mixed extends Kernel {
    /** ln ℓ of a dimension that does not matter. */
    private static final double ENDLESS = 40;

    private final Matern numeric;
    private final double base;
    private final double[] scales;
    private final double[] shares;
    private final double signal;

    private Mixed(Matern numeric, double base, double[] scales, double[] shares) {
        super(numeric.noise());
        this.numeric = numeric;
        this.base = base;
        this.scales = scales;
        this.shares = shares;
        signal = base + Arrays.stream(scales).sum() + Arrays.stream(shares).sum();
    }

    /** From θ: ln ℓ of d dimensions, ln base, ln noise, ln scale and ln share of d dimensions; of each only those that its kind has. */
    static Mixed of(double[] logarithms, Inputs inputs) {
        int dimensions = inputs.dimensions();
        var numeric = Arrays.copyOf(logarithms, dimensions + 2);
        numeric[dimensions] = 0;
        var scales = new double[dimensions];
        var shares = new double[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            if (inputs.nominal(dimension)) {
                numeric[dimension] = ENDLESS;
                scales[dimension] = StrictMath.exp(logarithms[dimensions + 2 + dimension]);
                shares[dimension] = StrictMath.exp(logarithms[2 * dimensions + 2 + dimension]);
            }
        }
        return new Mixed(Matern.of(numeric, dimensions), StrictMath.exp(logarithms[dimensions]), scales, shares);
    }

    @Override
    public double weight(int dimension) {
        return scales[dimension] > 0 ? 1 : numeric.weight(dimension);
    }

    @Override
    public double signal() {
        return signal;
    }

    @Override
    void add(Inputs inputs, double[] point, double[] row, int from, int to) {
        var likeness = likeness(inputs, point, from, to);
        var factors = factors(inputs, point, from, to);
        for (int j = from; j < to; j++) {
            row[j] = Math.fma(factors[j], likeness[j], row[j]);
        }
        addMatches(inputs, point, shares, row, from, to);
    }

    @Override
    void addSlopes(Inputs inputs, double[] point, double[] coefficients, double factor, double[] gradient) {
        int count = coefficients.length;
        numeric.addSlopes(inputs, point, product(factors(inputs, point, 0, count), coefficients), factor, gradient);
    }

    @Override
    void addDerivatives(Inputs inputs, int i, double[] coefficients, double[][] terms) {
        var point = inputs.point(i);
        int dimensions = scales.length;
        numeric.addDerivatives(inputs, i, product(factors(inputs, point, 0, i), coefficients), numbers(inputs, terms));
        var pulls = product(likeness(inputs, point, 0, i), coefficients);
        Vectors.add(terms[dimensions], base, pulls, 0, i);
        for (int k = 0; k < dimensions; k++) {
            if (inputs.nominal(k)) {
                inputs.addMatches(k, point[k], scales[k], pulls, terms[dimensions + 2 + k], i);
                inputs.addMatches(k, point[k], shares[k], coefficients, terms[2 * dimensions + 2 + k], i);
            }
        }
    }

    /** The terms of the numeric dimensions; what is not one goes nowhere. */
    private static double[][] numbers(Inputs inputs, double[][] terms) {
        int dimensions = inputs.dimensions();
        var numbers = Arrays.copyOf(terms, dimensions + 1);
        var nowhere = new double[inputs.count()];
        for (int k = 0; k <= dimensions; k++) {
            numbers[k] = k == dimensions || inputs.nominal(k) ? nowhere : terms[k];
        }
        return numbers;
    }

    @Override
    void addOwnDerivatives(double factor, double[] gradient) {
        int dimensions = scales.length;
        gradient[dimensions] += factor * base;
        for (int k = 0; k < dimensions; k++) {
            gradient[dimensions + 2 + k] += factor * scales[k];
            gradient[2 * dimensions + 2 + k] += factor * shares[k];
        }
    }

    private double[] likeness(Inputs inputs, double[] point, int from, int to) {
        var likeness = new double[to];
        numeric.add(inputs, point, likeness, from, to);
        return likeness;
    }

    private double[] factors(Inputs inputs, double[] point, int from, int to) {
        var factors = new double[to];
        Arrays.fill(factors, from, to, base);
        addMatches(inputs, point, scales, factors, from, to);
        return factors;
    }

    private static void addMatches(Inputs inputs, double[] point, double[] weights, double[] row, int from, int to) {
        for (int dimension = 0; dimension < weights.length; dimension++) {
            if (inputs.nominal(dimension)) {
                inputs.addMatches(dimension, point[dimension], weights[dimension], row, from, to);
            }
        }
    }

    /** Element by element, as long as the left one, into it. */
    private static double[] product(double[] left, double[] right) {
        for (int j = 0; j < left.length; j++) {
            left[j] *= right[j];
        }
        return left;
    }
}
