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
    void add(Inputs inputs, double[] point, double[] row, int from, int to) {
        joint.add(inputs, point, row, from, to);
        for (int dimension = 0; dimension < weights.length; dimension++) {
            inputs.addRationals(dimension, point[dimension], weights[dimension] / 4, shares[dimension], row, from, to);
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
    void addDerivatives(Inputs inputs, int i, double[] coefficients, double[][] terms) {
        joint.addDerivatives(inputs, i, coefficients, terms);
        int dimensions = weights.length;
        for (int k = 0; k < dimensions; k++) {
            double coordinate = inputs.coordinate(i, k);
            var byLength = terms[k];
            var byShare = terms[dimensions + 2 + k];
            inputs.addRationals(k, coordinate, weights[k] / 4, shares[k], coefficients, byLength, byShare, i);
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
