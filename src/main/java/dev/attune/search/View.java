package dev.attune.search;

import dev.attune.search.gp.Fit;
import dev.attune.search.gp.GaussianProcess;
import dev.attune.search.gp.Inputs;
import dev.attune.search.gp.Kernel;
import dev.attune.search.gp.Structure;
import dev.attune.search.optim.Deadline;
import dev.attune.search.warp.Warp;
import dev.attune.search.warp.Warped;

/**
 * A way to see data: a transform of its values, a structure of the kernel, and the hyperparameters that suit the two best.
 *
 * @param credibility ln of the density that the view gives to each standardised value when it knows only the others, summed:
 *     comparable between views of the same data, whatever their transforms
 */
record View(Warp warp, Structure structure, Fit fit, double credibility) {
    /** No single surprise costs a view more than this many nats. */
    private static final double WORST_SURPRISE = 20;

    /** Fits the view to data: some points and a value for each. */
    static View of(Warp warp, Structure structure, Inputs inputs, double[] values, Deadline deadline) {
        var targets = warp.of(values);
        return judged(structure, Fit.of(structure, inputs, targets.values(), deadline), inputs, targets);
    }

    /** The same view fitted better, or to other, similar data, by that many evaluations. */
    View refined(Inputs inputs, double[] values, int evaluations, Deadline deadline) {
        var targets = warp.of(values);
        return judged(structure, fit.refined(inputs, targets.values(), evaluations, deadline), inputs, targets);
    }

    private static View judged(Structure structure, Fit fit, Inputs inputs, Warped targets) {
        return new View(targets.warp(), structure, fit, credibility(fit.kernel(), inputs, targets));
    }

    private static double credibility(Kernel kernel, Inputs inputs, Warped targets) {
        return GaussianProcess.condition(kernel, inputs, targets.values())
                .map(process -> {
                    var leftOut = process.leaveOneOut();
                    double sum = 0;
                    for (int i = 0; i < targets.values().length; i++) {
                        sum += Math.max(-WORST_SURPRISE, leftOut.logDensity(i)) + targets.logSlope(i);
                    }
                    return sum;
                })
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
