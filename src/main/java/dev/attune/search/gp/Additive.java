package dev.attune.search.gp;

/**
 * A kernel of functions that are mostly a sum of functions of one dimension each (Duvenaud, Nickisch and Rasmussen 2011, "Additive
 * Gaussian processes"), with a joint kernel for what is not: points are alike in every dimension in which they are close. Each
 * dimension's kernel is a rational quadratic, (1 + q/4)⁻² with q = (x − x')²/ℓ², which needs no exponential; of a nominal dimension it
 * is [x = x'].
 */
final class Additive extends Kernel {
    private final double[] weights;
    private final double[] shares;
    private final Matern joint;
    private final double signal;

    private Additive(double[] weights, double[] shares, Matern joint) {
        super(joint.noise());
        this.weights = weights;
        this.shares = shares;
        this.joint = joint;
        double sum = joint.signal();
        for (double share : shares) {
            sum += share;
        }
        signal = sum;
    }

    /** From θ: ln ℓ of d dimensions, ln of the joint kernel's signal, ln noise, ln of each dimension's share of the signal. */
    static Additive of(double[] logarithms, int dimensions) {
        var shares = new double[dimensions];
        var joint = logarithms.clone();
        for (int dimension = 0; dimension < dimensions; dimension++) {
            shares[dimension] = StrictMath.exp(logarithms[dimensions + 2 + dimension]);
            joint[dimension] += StrictMath.log(dimensions) / 2;
        }
        return new Additive(weights(logarithms, dimensions), shares, Matern.of(joint, dimensions));
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
        joint.add(inputs, point, row, at, length);
        for (int dimension = 0; dimension < weights.length; dimension++) {
            inputs.addRationals(
                    dimension, point[dimension], weights[dimension] / 4, shares[dimension], row, at, length);
        }
    }

    @Override
    void addSlopes(Inputs inputs, double[] point, double[] coefficients, double factor, double[] gradient) {
        joint.addSlopes(inputs, point, coefficients, factor, gradient);
        for (int dimension = 0; dimension < weights.length; dimension++) {
            if (!inputs.nominal(dimension)) {
                double slope = inputs.rationalSlope(dimension, point[dimension], weights[dimension] / 4, coefficients);
                gradient[dimension] += factor * shares[dimension] * slope;
            }
        }
    }

    @Override
    void addDerivatives(Inputs inputs, int i, double[] coefficients, double[] gradient) {
        joint.addDerivatives(inputs, i, coefficients, gradient);
        int dimensions = weights.length;
        var sums = new double[2];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            inputs.rationalSums(
                    dimension, inputs.coordinate(i, dimension), weights[dimension] / 4, coefficients, i, sums);
            gradient[dimension] += shares[dimension] * sums[1];
            gradient[dimensions + 2 + dimension] += shares[dimension] * sums[0];
        }
    }

    @Override
    void addOwnDerivatives(double factor, double[] gradient) {
        joint.addOwnDerivatives(factor, gradient);
        for (int dimension = 0; dimension < shares.length; dimension++) {
            gradient[shares.length + 2 + dimension] += factor * shares[dimension];
        }
    }
}
