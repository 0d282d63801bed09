package dev.attune.search.gp;

import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Minimum;
import dev.attune.search.optim.QuasiNewton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the most probable hyperparameters for data. */
public final class Fit {
    private static final double TOLERANCE = 0.02;
    private static final int EVALUATIONS = 40;
    /** From this many points on, the search begins on the first half of them, at an eighth of the cost. */
    private static final int MANY = 100;

    private static final int POLISHING = 25;

    private Fit() {}

    /**
     * The kernel at the best of the posterior modes found from a few fixed starts; the prior's own kernel where nothing could be
     * evaluated. Each start costs up to 40 evaluations of O(n³).
     *
     * @param inputs many of them in an order in which the first half stands for the whole
     * @param deadline the best so far is returned soon after it has passed
     */
    public static Kernel mode(Inputs inputs, double[] targets, Deadline deadline) {
        var prior = new Prior(inputs);
        Minimum best;
        if (inputs.count() < MANY) {
            best = fromFixedStarts(new Evidence(inputs, targets, prior), prior, deadline);
        } else {
            int half = inputs.count() / 2;
            var rough = new Evidence(inputs.first(half), Arrays.copyOf(targets, half), prior);
            var start = fromFixedStarts(rough, prior, deadline).point();
            best = QuasiNewton.minimise(
                    new Evidence(inputs, targets, prior), start, prior.box(), TOLERANCE, POLISHING, deadline);
        }
        return Kernel.of(Double.isFinite(best.value()) ? best.point() : prior.start(1, 1e-2));
    }

    private static Minimum fromFixedStarts(Evidence evidence, Prior prior, Deadline deadline) {
        return Stream.of(prior.start(0.5, 1e-3), prior.start(0.2, 1e-2))
                .map(start -> QuasiNewton.minimise(evidence, start, prior.box(), TOLERANCE, EVALUATIONS, deadline))
                .min(Comparator.comparingDouble(Minimum::value))
                .orElseThrow();
    }
}
