package dev.attune.search.gp;

import dev.attune.search.optim.Box;
import java.util.Arrays;

/**
 * What is believed of θ before the data: independent normal densities and hard walls. Length scales are expected to grow as √d,
 * so that a point's neighbours stay neighbours in more dimensions (Hvarfner, Hellsten and Nardi 2024, "Vanilla Bayesian
 * optimization performs great in high dimensions", arXiv 2402.02229).
 */
final class Prior {
    private static final double NUMERIC_MEAN = -1.0;
    private static final double NUMERIC_DEVIATION = 1.2;
    private static final double NOMINAL_MEAN = -0.25;
    private static final double NOMINAL_DEVIATION = 0.8;
    private static final double SIGNAL_MEAN = 0.3;
    private static final double SIGNAL_DEVIATION = 1;
    private static final double NOISE_MEAN = -5;
    private static final double NOISE_DEVIATION = 1.5;
    private static final double SHORTEST = StrictMath.log(0.02);
    private static final double LONGEST = StrictMath.log(60);
    private static final double NOISE_FLOOR = StrictMath.log(1e-6);

    private final double[] means;
    private final double[] deviations;

    Prior(Inputs inputs) {
        int dimensions = inputs.dimensions();
        means = new double[dimensions + 2];
        deviations = new double[dimensions + 2];
        for (int i = 0; i < dimensions; i++) {
            means[i] = inputs.nominal(i) ? NOMINAL_MEAN : NUMERIC_MEAN + StrictMath.log(dimensions) / 2;
            deviations[i] = inputs.nominal(i) ? NOMINAL_DEVIATION : NUMERIC_DEVIATION;
        }
        means[dimensions] = SIGNAL_MEAN;
        deviations[dimensions] = SIGNAL_DEVIATION;
        means[dimensions + 1] = NOISE_MEAN;
        deviations[dimensions + 1] = NOISE_DEVIATION;
    }

    /** −ln of the density up to a constant; its derivatives are added to the gradient. */
    double penalty(double[] logarithms, double[] gradient) {
        double penalty = 0;
        for (int i = 0; i < means.length; i++) {
            double standardised = (logarithms[i] - means[i]) / deviations[i];
            penalty += standardised * standardised / 2;
            gradient[i] += standardised / deviations[i];
        }
        return penalty;
    }

    /** The walls. */
    Box box() {
        int dimensions = means.length - 2;
        var lower = new double[dimensions + 2];
        var upper = new double[dimensions + 2];
        Arrays.fill(lower, 0, dimensions, SHORTEST);
        Arrays.fill(upper, 0, dimensions, LONGEST);
        lower[dimensions] = StrictMath.log(1e-3);
        upper[dimensions] = StrictMath.log(1e3);
        lower[dimensions + 1] = NOISE_FLOOR;
        upper[dimensions + 1] = StrictMath.log(10);
        return new Box(lower, upper);
    }

    /** Where to start a search for the mode: length scales at their means times a factor, and a noise variance. */
    double[] start(double lengthFactor, double noise) {
        var start = means.clone();
        for (int i = 0; i < start.length - 2; i++) {
            start[i] += StrictMath.log(lengthFactor);
        }
        start[start.length - 2] = 0;
        start[start.length - 1] = StrictMath.log(noise);
        return start;
    }
}
