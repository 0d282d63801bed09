package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.search.optim.Objective;

/** Compares gradients with central differences. */
public final class Differences {
    private static final double STEP = 1e-5;

    private Differences() {}

    /** Asserts that the gradient of the function at the point is its derivative, to the relative tolerance. */
    public static void assertGradient(Objective function, double[] point, double tolerance) {
        var gradient = new double[point.length];
        var ignored = new double[point.length];
        function.value(point, gradient);
        for (int i = 0; i < point.length; i++) {
            var ahead = point.clone();
            var behind = point.clone();
            ahead[i] += STEP;
            behind[i] -= STEP;
            double slope = (function.value(ahead, ignored) - function.value(behind, ignored)) / (2 * STEP);
            assertThat(gradient[i]).as("derivative %d", i).isCloseTo(slope, within(tolerance * (1 + Math.abs(slope))));
        }
    }
}
