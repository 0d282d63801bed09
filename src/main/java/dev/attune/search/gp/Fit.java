package dev.attune.search.gp;

import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Minimum;
import dev.attune.search.optim.QuasiNewton;
import java.util.Comparator;
import java.util.stream.Stream;

/** The most probable hyperparameters for data, as far as they were found. */
public final class Fit {
    private static final double TOLERANCE = 0.02;
    private static final int EVALUATIONS = 40;
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
     * The best of the posterior modes found from two fixed starts; the prior's own mean where nothing could be evaluated. Each start
     * costs up to 40 evaluations of O(n³).
     *
     * @param deadline the best so far is returned soon after it has passed
     */
    public static Fit of(Structure structure, Inputs inputs, double[] targets, Deadline deadline) {
        var evidence = new Evidence(structure, inputs, targets);
        var prior = evidence.prior();
        var best = Stream.of(prior.start(0.5, 1e-3), prior.start(0.2, 1e-2))
                .map(start -> QuasiNewton.minimise(evidence, start, prior.box(), TOLERANCE, EVALUATIONS, deadline))
                .min(Comparator.comparingDouble(Minimum::value))
                .orElseThrow();
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
