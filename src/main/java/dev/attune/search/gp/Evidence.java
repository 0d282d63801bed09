package dev.attune.search.gp;

import dev.attune.search.linalg.Cholesky;
import dev.attune.search.linalg.Vectors;
import dev.attune.search.optim.Objective;
import java.util.Arrays;

/**
 * −ln p(θ | z) up to a constant: half of zᵀα + ln det K, plus the prior's penalty. Its derivative by a component of θ is −½
 * tr((ααᵀ − K⁻¹)·∂K) (Rasmussen and Williams 2006, "Gaussian processes for machine learning", eq. 5.9), taken over the lower
 * triangle. O(n³ + n²d) for a value with its gradient. Infinite where K is not positive definite.
 */
final class Evidence implements Objective {
    private final Inputs inputs;
    private final double[] targets;
    private final Prior prior;
    private final int stride;
    private final double[] slopes;
    private final double[] distances;

    Evidence(Inputs inputs, double[] targets, Prior prior) {
        this.inputs = inputs;
        this.targets = targets;
        this.prior = prior;
        stride = Cholesky.stride(inputs.count());
        slopes = new double[stride * stride];
        distances = new double[stride];
    }

    @Override
    public double value(double[] logarithms, double[] gradient) {
        var kernel = Kernel.of(logarithms);
        var covariances = new double[stride * stride];
        fill(kernel, covariances);
        var factor = Cholesky.factor(covariances.clone(), inputs.count());
        if (factor.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        var alpha = targets.clone();
        factor.get().forward(alpha, alpha.length);
        factor.get().backward(alpha, alpha.length);
        double fit = Vectors.dot(targets, 0, alpha, 0, alpha.length);
        differentiate(kernel, covariances, factor.get().inverse(), alpha, gradient);
        double value = (fit + factor.get().logDeterminant()) / 2 + prior.penalty(logarithms, gradient);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** K and the slopes, lower triangles. */
    private void fill(Kernel kernel, double[] covariances) {
        for (int i = 0; i < inputs.count(); i++) {
            kernel.distances(inputs, inputs.point(i), distances, 0, i);
            for (int j = 0; j < i; j++) {
                double root = Math.sqrt(5 * distances[j]);
                double decay = kernel.signal() * StrictMath.exp(-root);
                covariances[i * stride + j] = (1 + root + root * root / 3) * decay + Kernel.OFFSET;
                slopes[i * stride + j] = (5.0 / 3) * (1 + root) * decay;
            }
            covariances[i * stride + i] = kernel.prior() + kernel.noise();
        }
    }

    private void differentiate(
            Kernel kernel, double[] covariances, double[] inverse, double[] alpha, double[] gradient) {
        int dimensions = inputs.dimensions();
        Arrays.fill(gradient, 0);
        var pulls = new double[stride];
        double trace = 0;
        double signal = 0;
        for (int i = 0; i < inputs.count(); i++) {
            int row = i * stride;
            for (int j = 0; j < i; j++) {
                double pull = alpha[i] * alpha[j] - inverse[row + j];
                signal = Math.fma(pull, covariances[row + j] - Kernel.OFFSET, signal);
                pulls[j] = pull * slopes[row + j];
            }
            for (int dimension = 0; dimension < dimensions; dimension++) {
                inputs.squaredDifferences(dimension, inputs.coordinate(i, dimension), distances, i);
                gradient[dimension] -= kernel.weight(dimension) * Vectors.dot(pulls, 0, distances, 0, i);
            }
            trace += alpha[i] * alpha[i] - inverse[row + i];
        }
        gradient[dimensions] = -signal - kernel.signal() * trace / 2;
        gradient[dimensions + 1] = -kernel.noise() * trace / 2;
    }
}
