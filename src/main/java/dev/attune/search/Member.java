package dev.attune.search;

import dev.attune.search.acquisition.ExpectedImprovement;
import dev.attune.search.gp.GaussianProcess;
import dev.attune.search.gp.Inputs;
import dev.attune.search.warp.Warped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One voice of a {@link Model}: a view with all that is known. Failed trials count as poor ones, and pending trials narrow the
 * variance around them.
 */
final class Member {
    /** A failed trial counts as this many deviations worse than the mean, or as the worst trial if that is less bad. */
    private static final double POOR = 1.5;

    private final View view;
    private final Warped targets;
    private final GaussianProcess process;
    private final double incumbent;

    private Member(View view, Warped targets, GaussianProcess process, double incumbent) {
        this.view = view;
        this.targets = targets;
        this.process = process;
        this.incumbent = incumbent;
    }

    /** Empty where no process could be conditioned on the data. O(n³/6), or O(n²m/2) for m trials more than memory knows. */
    static Optional<Member> of(View view, Knowledge knowledge, boolean[] nominal, Memory memory) {
        var targets = view.warp().of(knowledge.values());
        var known = Stream.of(knowledge.succeeded(), knowledge.failed(), knowledge.pending())
                .flatMap(Arrays::stream)
                .toArray(double[][]::new);
        var values = withFailures(targets, knowledge);
        return memory.process(view, Inputs.of(known, nominal), values)
                .map(process -> new Member(view, targets, process, incumbent(process, knowledge)));
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
        var succeeded = IntStream.range(0, knowledge.successes().size()).mapToDouble(process::mean);
        var pending = Arrays.stream(knowledge.pending()).mapToDouble(process::mean);
        return DoubleStream.concat(succeeded, pending).min().orElse(0);
    }

    View view() {
        return view;
    }

    /** A prediction of the process in raw units, lower being better; finite. */
    Estimate raw(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        return new Estimate(targets.raw(mean), targets.raw(mean + deviation) / 2 - targets.raw(mean - deviation) / 2);
    }

    /** What the process would have predicted of each success from all the other trials, noise included, as {@link #raw}. O(n³/6). */
    List<Estimate> leaveOneOut() {
        var leftOut = process.leaveOneOut();
        var values = targets.values();
        return IntStream.range(0, values.length)
                .mapToObj(i -> raw(values[i] - leftOut.residual(i), leftOut.variance(i)))
                .toList();
    }

    /** The mean at a point in raw units, lower being better. O(nd). */
    double mean(double[] point) {
        return targets.raw(process.mean(point));
    }

    /** The mean at the i-th success in raw units, lower being better. */
    double mean(int i) {
        return targets.raw(process.mean(i));
    }

    /** What the process expects to be better than the best trial by more than the margin. */
    ExpectedImprovement improvement(double margin) {
        return new ExpectedImprovement(process, incumbent - margin);
    }

    ModelSummary.Member summary(List<Parameter> varying, double[] units, double share) {
        var kernel = process.kernel();
        var lengthScales = new LinkedHashMap<String, Double>();
        for (int i = 0; i < varying.size(); i++) {
            lengthScales.put(varying.get(i).name(), units[i] / Math.sqrt(kernel.weight(i)));
        }
        var transform = targets.warp().name().toLowerCase(Locale.ROOT);
        var structure = view.structure().name().toLowerCase(Locale.ROOT);
        return new ModelSummary.Member(transform, structure, share, kernel.signal(), kernel.noise(), lengthScales);
    }

    GaussianProcess process() {
        return process;
    }
}
