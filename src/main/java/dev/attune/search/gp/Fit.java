package dev.attune.search.gp;

import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.QuasiNewton;

/** The most probable hyperparameters for data, as far as they were found. */
public final class Fit {
    private static final double TOLERANCE = 0.02;
    private static final int EVALUATIONS = 36;
    /** After that many evaluations only the descent that has come lower goes on. */
    private static final int RACE = 10;

    private static final int REFINING = 25;

    private final Structure structure;
    private final double[] logarithms;
    private final Inputs inputs;

    private Fit(Structure structure, double[] logarithms, Inputs inputs) {
        this.structure = structure;
        this.logarithms = logarithms;
        this.inputs = inputs;
    }

    /**
     * The posterior mode that is found from the better of two fixed starts; the prior's own mean where nothing could be evaluated. Costs
     * up to 46 evaluations of O(n³).
     *
     * @param deadline the best so far is returned soon after it has passed
     */
    public static Fit of(Structure structure, Inputs inputs, double[] targets, Deadline deadline) {
        var evidence = new Evidence(structure, inputs, targets);
        var prior = evidence.prior();
        var smooth = new QuasiNewton(evidence, prior.start(0.5, 1e-3), prior.box(), TOLERANCE);
        var rough = new QuasiNewton(evidence, prior.start(0.2, 1e-2), prior.box(), TOLERANCE);
        boolean ahead = smooth.descend(RACE, deadline).value()
                <= rough.descend(RACE, deadline).value();
        var best = (ahead ? smooth : rough).descend(EVALUATIONS, deadline);
        var found = Double.isFinite(best.value()) ? best.point() : prior.start(1, 1e-2);
        return new Fit(structure, found, inputs);
    }

    /** The mode for other, similar data that is found from here in up to 25 evaluations; this fit where nothing could be evaluated. */
    public Fit refined(Inputs others, double[] targets, Deadline deadline) {
        var evidence = new Evidence(structure, others, targets);
        var best = QuasiNewton.minimise(evidence, logarithms, evidence.prior().box(), TOLERANCE, REFINING, deadline);
        return new Fit(structure, Double.isFinite(best.value()) ? best.point() : logarithms, others);
    }

    public Kernel kernel() {
        return structure.kernel(logarithms, inputs);
    }
}
