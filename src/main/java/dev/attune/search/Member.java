package dev.attune.search;

import dev.attune.search.gp.GaussianProcess;
import dev.attune.search.gp.Inputs;
import dev.attune.search.optim.Deadline;
import dev.attune.search.warp.Warp;
import dev.attune.search.warp.Warped;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One voice of a {@link Model}: a Gaussian process of the transformed values. Failed trials count as poor ones, and pending trials
 * narrow the variance around them.
 */
final class Member {
    /** A failed trial counts as this many deviations worse than the mean, or as the worst trial if that is less bad. */
    private static final double POOR = 1.5;
    /** No single surprise costs a process more than this many nats. */
    private static final double WORST_SURPRISE = 20;

    private final Warped targets;
    private final GaussianProcess process;
    private final double incumbent;
    private final double credibility;

    private Member(Warped targets, GaussianProcess process, double incumbent) {
        this.targets = targets;
        this.process = process;
        this.incumbent = incumbent;
        credibility = credibility(targets, process);
    }

    /** Empty where no process could be conditioned on the data. */
    static Optional<Member> of(Warp warp, Knowledge knowledge, boolean[] nominal, Memory memory, Deadline deadline) {
        var targets = warp.of(knowledge.values());
        var sampled = warp.of(knowledge.sampledValues()).values();
        var kernel = memory.mode(new Memory.Data(knowledge.sampled(), sampled, nominal), deadline);
        var known = Stream.of(knowledge.succeeded(), knowledge.failed(), knowledge.pending())
                .flatMap(Arrays::stream)
                .toArray(double[][]::new);
        return GaussianProcess.condition(kernel, Inputs.of(known, nominal), withFailures(targets, knowledge))
                .map(process -> new Member(targets, process, incumbent(process, knowledge)));
    }

    private static double[] withFailures(Warped targets, Knowledge knowledge) {
        var values = targets.values();
        double worst = Arrays.stream(values).max().orElse(0);
        var all = Arrays.copyOf(values, values.length + knowledge.failed().length);
        Arrays.fill(all, values.length, all.length, Math.min(POOR, worst));
        return all;
    }

    /** The least mean at a trial that succeeded or may yet: what there is to improve on. */
    private static double incumbent(GaussianProcess process, Knowledge knowledge) {
        return Stream.of(knowledge.succeeded(), knowledge.pending())
                .flatMap(Arrays::stream)
                .mapToDouble(process::mean)
                .min()
                .orElse(0);
    }

    /**
     * ln of the density that the process gives to each trial's standardised value when it knows only the others, summed over the
     * trials: comparable between members, whatever their transforms.
     */
    private static double credibility(Warped targets, GaussianProcess process) {
        var leftOut = process.leaveOneOut();
        double sum = 0;
        for (int i = 0; i < targets.values().length; i++) {
            sum += Math.max(-WORST_SURPRISE, leftOut.logDensity(i)) + targets.logSlope(i);
        }
        return sum;
    }

    Warped targets() {
        return targets;
    }

    GaussianProcess process() {
        return process;
    }

    double incumbent() {
        return incumbent;
    }

    double credibility() {
        return credibility;
    }
}
