package dev.attune.search.gp;

import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Minimum;
import dev.attune.search.optim.QuasiNewton;

/** The most probable hyperparameters for data, as far as they were found. */
public final class Fit {
    private static final double TOLERANCE = 0.02;
    private static final int EVALUATIONS = 10;

    private final Structure structure;
    private final double[] logarithms;
    private final Inputs inputs;

    private Fit(Structure structure, double[] logarithms, Inputs inputs) {
        this.structure = structure;
        this.logarithms = logarithms;
        this.inputs = inputs;
    }

    /**
     * The lower end of two short descents from fixed starts, roughly a mode of the posterior; the prior's own mean where nothing could be
     * evaluated. Costs 20 evaluations of O(n³).
     *
     * @param deadline the best so far is returned soon after it has passed
     */
    public static Fit of(Structure structure, Inputs inputs, double[] targets, Deadline deadline) {
        var evidence = new Evidence(structure, inputs, targets);
        var prior = evidence.prior();
        var smooth = descend(evidence, prior.start(0.5, 1e-3), EVALUATIONS, deadline);
        var rough = descend(evidence, prior.start(0.2, 1e-2), EVALUATIONS, deadline);
        var best = smooth.value() <= rough.value() ? smooth : rough;
        var found = Double.isFinite(best.value()) ? best.point() : prior.start(1, 1e-2);
        return new Fit(structure, found, inputs);
    }

    /**
     * The mode for the same or similar data that is found from here; this fit where nothing could be evaluated.
     *
     * @param evaluations how many of O(n³) it may cost
     */
    public Fit refined(Inputs others, double[] targets, int evaluations, Deadline deadline) {
        var evidence = new Evidence(structure, others, targets);
        var best = descend(evidence, logarithms, evaluations, deadline);
        return new Fit(structure, Double.isFinite(best.value()) ? best.point() : logarithms, others);
    }

    private static Minimum descend(Evidence evidence, double[] start, int evaluations, Deadline deadline) {
        return QuasiNewton.minimise(evidence, start, evidence.prior().box(), TOLERANCE, evaluations, deadline);
    }

    public Kernel kernel() {
        return structure.kernel(logarithms, inputs);
    }
}
