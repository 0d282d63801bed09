package dev.attune.search.gp;

import dev.attune.search.optim.Box;
import java.util.Arrays;

/**
 * What is believed of θ before the data: independent normal densities and hard walls. Length scales of a joint kernel are expected to
 * grow as √d, so that a point's neighbours stay neighbours in more dimensions (Hvarfner, Hellsten and Nardi 2024, "Vanilla Bayesian
 * optimization performs great in high dimensions", arXiv 2402.02229); those of single dimensions are not.
 */
final class Prior {
    private static final double NUMERIC_MEAN = -1.0;
    private static final double NUMERIC_DEVIATION = 1.2;
    private static final double NOMINAL_MEAN = -0.25;
    private static final double NOMINAL_DEVIATION = 0.8;
    private static final double SIGNAL_MEAN = 0.3;
    private static final double SIGNAL_DEVIATION = 1;
    private static final double REMAINDER_MEAN = StrictMath.log(0.3);
    private static final double BASE_MEAN = StrictMath.log(0.5);
    private static final double SHARE_DEVIATION = 1.2;
    private static final double NOISE_MEAN = -5;
    private static final double NOISE_DEVIATION = 1.5;
    private static final double SHORTEST = StrictMath.log(0.02);
    private static final double LONGEST = StrictMath.log(60);
    private static final double LEAST_SIGNAL = StrictMath.log(1e-5);
    private static final double MOST_SIGNAL = StrictMath.log(1e3);
    private static final double NOISE_FLOOR = StrictMath.log(1e-6);
    private static final double NOISE_CEILING = StrictMath.log(10);

    private final int dimensions;
    private final double[] means;
    private final double[] deviations;

    private Prior(Inputs inputs, int size, double stretch) {
        dimensions = inputs.dimensions();
        means = new double[size];
        deviations = new double[size];
        for (int i = 0; i < dimensions; i++) {
            means[i] = inputs.nominal(i) ? NOMINAL_MEAN : NUMERIC_MEAN + stretch;
            deviations[i] = inputs.nominal(i) ? NOMINAL_DEVIATION : NUMERIC_DEVIATION;
        }
        means[dimensions] = SIGNAL_MEAN;
        deviations[dimensions] = SIGNAL_DEVIATION;
        means[dimensions + 1] = NOISE_MEAN;
        deviations[dimensions + 1] = NOISE_DEVIATION;
    }

    /** Of the θ of {@link Matern}. */
    static Prior joint(Inputs inputs) {
        return new Prior(inputs, inputs.dimensions() + 2, StrictMath.log(inputs.dimensions()) / 2);
    }

    /** Of the θ of {@link Additive}. */
    static Prior additive(Inputs inputs) {
        int dimensions = inputs.dimensions();
        var prior = new Prior(inputs, 2 * dimensions + 2, 0);
        prior.means[dimensions] = REMAINDER_MEAN;
        Arrays.fill(prior.means, dimensions + 2, prior.means.length, -StrictMath.log(dimensions));
        Arrays.fill(prior.deviations, dimensions + 2, prior.deviations.length, SHARE_DEVIATION);
        return prior;
    }

    /** Of the θ of {@link Mixed}. */
    static Prior mixed(Inputs inputs) {
        int dimensions = inputs.dimensions();
        var prior = new Prior(inputs, 3 * dimensions + 2, StrictMath.log(dimensions - inputs.nominals()) / 2);
        prior.means[dimensions] = BASE_MEAN;
        Arrays.fill(prior.means, dimensions + 2, prior.means.length, BASE_MEAN - StrictMath.log(inputs.nominals()));
        Arrays.fill(prior.deviations, dimensions + 2, prior.deviations.length, SHARE_DEVIATION);
        return prior;
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
        var lower = new double[means.length];
        var upper = new double[means.length];
        Arrays.fill(lower, LEAST_SIGNAL);
        Arrays.fill(upper, MOST_SIGNAL);
        Arrays.fill(lower, 0, dimensions, SHORTEST);
        Arrays.fill(upper, 0, dimensions, LONGEST);
        lower[dimensions + 1] = NOISE_FLOOR;
        upper[dimensions + 1] = NOISE_CEILING;
        return new Box(lower, upper);
    }

    /** Where to start a search for the mode: length scales at their means times a factor, a noise variance, the rest at its mean. */
    double[] start(double lengthFactor, double noise) {
        var start = means.clone();
        for (int i = 0; i < dimensions; i++) {
            start[i] += StrictMath.log(lengthFactor);
        }
        start[dimensions + 1] = StrictMath.log(noise);
        return start;
    }
}
