package dev.attune.search.gp;

import dev.attune.search.optim.Minimum;
import dev.attune.search.optim.QuasiNewton;

/** Finds the most probable hyperparameters for data. */
public final class Fit {
    private static final double TOLERANCE = 0.02;
    private static final int EVALUATIONS = 40;

    private Fit() {}

    /**
     * The kernel at the best of the posterior modes found from a few fixed starts; the prior's own kernel where no start could be evaluated. Each start costs
     * up to 40 evaluations of O(n³).
     */
    public static Kernel mode(Inputs inputs, double[] targets) {
        var prior = new Prior(inputs);
        var evidence = new Evidence(inputs, targets, prior);
        var fallback = prior.start(1, 1e-2);
        Minimum best = null;
        for (var start : new double[][] {prior.start(0.5, 1e-3), prior.start(0.2, 1e-2)}) {
            var found = QuasiNewton.minimise(evidence, start, prior.box(), TOLERANCE, EVALUATIONS);
            if (best == null || found.value() < best.value()) {
                best = found;
            }
        }
        return Kernel.of(best != null && Double.isFinite(best.value()) ? best.point() : fallback);
    }
}
