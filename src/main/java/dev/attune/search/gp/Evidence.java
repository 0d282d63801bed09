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

    Evidence(Structure structure, Inputs inputs, double[] targets) {
        this.structure = structure;
        this.inputs = inputs;
        this.targets = targets;
        prior = structure.prior(inputs);
    }

    Prior prior() {
        return prior;
    }

    @Override
    public double value(double[] logarithms, double[] gradient) {
        var kernel = structure.kernel(logarithms, inputs);
        double value = Cholesky.factor(kernel.covariances(inputs, kernel.noise(), 0))
                .map(factor -> misfit(kernel, factor, gradient) + prior.penalty(logarithms, gradient))
                .orElse(Double.POSITIVE_INFINITY);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private double misfit(Kernel kernel, Cholesky factor, double[] gradient) {
        var alpha = targets.clone();
        factor.solve(alpha, alpha.length);
        differentiate(kernel, factor.inverse(), alpha, gradient);
        return (Vectors.dot(targets, alpha, 0, alpha.length) + factor.logDeterminant()) / 2;
    }

    private void differentiate(Kernel kernel, double[][] inverse, double[] alpha, double[] gradient) {
        var terms = new double[gradient.length][inputs.count()];
        double trace = 0;
        for (int i = 0; i < inputs.count(); i++) {
            var coefficients = inverse[i];
            Vectors.add(coefficients, -alpha[i], alpha, 0, i + 1);
            trace += coefficients[i];
            kernel.addDerivatives(inputs, i, coefficients, terms);
        }
        Arrays.setAll(gradient, k -> Vectors.sum(terms[k]));
        kernel.addOwnDerivatives(trace / 2, gradient);
        gradient[inputs.dimensions() + 1] += kernel.noise() * trace / 2;
    }
}
