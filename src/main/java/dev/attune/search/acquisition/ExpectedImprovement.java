package dev.attune.search.acquisition;

import dev.attune.search.gp.GaussianProcess;

/** The logarithm of the improvement below a best value that a model expects at a point, in units of the model's targets. */
public final class ExpectedImprovement implements Acquisition {
    private final GaussianProcess model;
    private final double best;

    public ExpectedImprovement(GaussianProcess model, double best) {
        this.model = model;
        this.best = best;
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
                + NormalImprovement.at((best - mean) / deviation).logarithm();
    }

    /** With ∂ ln(σ·h)/∂μ = −(Φ/h)/σ and ∂/∂σ = (1 − z·Φ/h)/σ. */
    @Override
    public double value(double[] point, double[] gradient) {
        var prediction = model.predict(point);
        double deviation = Math.sqrt(prediction.variance());
        double z = (best - prediction.mean()) / deviation;
        var improvement = NormalImprovement.at(z);
        double byMean = -improvement.slope() / deviation;
        double byVariance = (1 - z * improvement.slope()) / (2 * prediction.variance());
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = byMean * prediction.meanGradient()[i]
                    + byVariance * prediction.varianceGradient()[i];
        }
        return StrictMath.log(deviation) + improvement.logarithm();
    }
}
