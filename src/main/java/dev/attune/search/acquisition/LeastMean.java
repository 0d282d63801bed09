package dev.attune.search.acquisition;

import dev.attune.search.gp.GaussianProcess;
import java.util.Arrays;
import java.util.List;

/** How low several models expect the objective to be: the negative of the weighted mean of their means, in units of their targets. */
public final class LeastMean implements Acquisition {
    private final List<GaussianProcess> models;
    private final double[] weights;

    /** @param weights of the models' means, one each; not copied */
    public LeastMean(List<GaussianProcess> models, double[] weights) {
        this.models = List.copyOf(models);
        this.weights = weights;
    }

    @Override
    public double[] values(double[][] points) {
        var values = new double[points.length];
        for (int i = 0; i < values.length; i++) {
            for (int m = 0; m < weights.length; m++) {
                values[i] -= weights[m] * models.get(m).mean(points[i]);
            }
        }
        return values;
    }

    @Override
    public double value(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double value = 0;
        for (int m = 0; m < weights.length; m++) {
            var prediction = models.get(m).predict(point);
            value -= weights[m] * prediction.mean();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] -= weights[m] * prediction.meanGradient()[i];
            }
        }
        return value;
    }
}
