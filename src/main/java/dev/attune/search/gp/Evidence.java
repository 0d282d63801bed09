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
    private final Structure structure;
    private final Inputs inputs;
    private final double[] targets;
    private final Prior prior;
    private final int stride;

    Evidence(Structure structure, Inputs inputs, double[] targets) {
        this.structure = structure;
        this.inputs = inputs;
        this.targets = targets;
        prior = structure.prior(inputs);
        stride = Cholesky.stride(inputs.count());
    }

    Prior prior() {
        return prior;
    }

    @Override
    public double value(double[] logarithms, double[] gradient) {
        var kernel = structure.kernel(logarithms, inputs);
        var factor = Cholesky.factor(kernel.covariances(inputs, kernel.noise()), inputs.count());
        if (factor.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        var alpha = targets.clone();
        factor.get().forward(alpha, alpha.length);
        factor.get().backward(alpha, alpha.length);
        double fit = Vectors.dot(targets, 0, alpha, 0, alpha.length);
        differentiate(kernel, factor.get().inverse(), alpha, gradient);
        double value = (fit + factor.get().logDeterminant()) / 2 + prior.penalty(logarithms, gradient);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private void differentiate(Kernel kernel, double[] inverse, double[] alpha, double[] gradient) {
        Arrays.fill(gradient, 0);
        var coefficients = new double[inputs.count()];
        double trace = 0;
        for (int i = 0; i < inputs.count(); i++) {
            for (int j = 0; j < i; j++) {
                coefficients[j] = inverse[i * stride + j] - alpha[i] * alpha[j];
            }
            kernel.addDerivatives(inputs, i, coefficients, gradient);
            trace += inverse[i * stride + i] - alpha[i] * alpha[i];
        }
        kernel.addOwnDerivatives(trace / 2, gradient);
        gradient[inputs.dimensions() + 1] += kernel.noise() * trace / 2;
    }
}
