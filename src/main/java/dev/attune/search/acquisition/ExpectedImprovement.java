package dev.attune.search.acquisition;

import dev.attune.search.gp.GaussianProcess;

/**
 * The logarithm of the improvement below a best value that a model expects at a point, in units of the model's targets, times 1 −
 * τ/√(σ² + τ²) for a noise of deviation τ: where an observation would be mostly noise, it would teach little (the augmented expected
 * improvement of Huang, Allen, Notz and Zeng 2006, "Global optimization of stochastic black-box systems via sequential kriging
 * meta-models"). Without that factor a search of noisy values stays at the first good point that it finds.
 */
public final class ExpectedImprovement implements Acquisition {
    /** This much variance is found in most values before there is evidence of noise; only what is above counts as noise. */
    private static final double UNPROVEN = 0.01;

    private final GaussianProcess model;
    private final double best;
    private final double noise;

    public ExpectedImprovement(GaussianProcess model, double best) {
        this.model = model;
        this.best = best;
        noise = Math.max(0, model.kernel().noise() - UNPROVEN);
    }

    @Override
    public double[] values(double[][] points) {
        var means = new double[points.length];
        var variances = new double[points.length];
        model.predict(points, means, variances);
        var values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            values[i] = of(means[i], variances[i]);
        }
        return values;
    }

    /** The value at a point of which the model predicts this mean and variance. */
    public double of(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        return StrictMath.log(deviation)
                + NormalImprovement.at((best - mean) / deviation).logarithm()
                + logLesson(variance);
    }

    /**
     * With ∂ ln(σ·h)/∂μ = −(Φ/h)/σ and ∂/∂σ = (1 − z·Φ/h)/σ, and with r = √(σ² + τ²) the derivative of the factor's logarithm by σ²,
     * 1/σ² − 1/(2r²) − 1/(2r(r + τ)).
     */
    @Override
    public double value(double[] point, double[] gradient) {
        var prediction = model.predict(point);
        double variance = prediction.variance();
        double deviation = Math.sqrt(variance);
        double z = (best - prediction.mean()) / deviation;
        var improvement = NormalImprovement.at(z);
        double byMean = -improvement.slope() / deviation;
        double root = Math.sqrt(variance + noise);
        double byVariance = (1 - z * improvement.slope()) / (2 * variance)
                + (1 / variance - 1 / (2 * root * root) - 1 / (2 * root * (root + Math.sqrt(noise))));
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = byMean * prediction.meanGradient()[i]
                    + byVariance * prediction.varianceGradient()[i];
        }
        return StrictMath.log(deviation) + improvement.logarithm() + logLesson(variance);
    }

    /** ln(1 − τ/√(σ² + τ²)), without cancellation. */
    private double logLesson(double variance) {
        double root = Math.sqrt(variance + noise);
        return StrictMath.log(variance / (root * (root + Math.sqrt(noise))));
    }
}
