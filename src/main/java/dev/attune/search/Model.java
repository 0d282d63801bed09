package dev.attune.search;

import dev.attune.search.acquisition.Acquisition;
import dev.attune.search.acquisition.Average;
import dev.attune.search.acquisition.ExpectedImprovement;
import dev.attune.search.acquisition.FailureAware;
import dev.attune.search.gp.Fit;
import dev.attune.search.gp.GaussianProcess;
import dev.attune.search.gp.Inputs;
import dev.attune.search.gp.Kernel;
import dev.attune.search.optim.Domain;
import dev.attune.search.warp.Standardised;
import dev.attune.search.warp.Tamed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the search believes of the objective: two Gaussian processes, one of the standardised values and one of the tamed values,
 * since neither transform is safe on every problem. Failed trials count as poor ones, and pending trials narrow the variance
 * around them.
 */
final class Model {
    /** The hyperparameters are found from at most this many trials. */
    private static final int FITTED = 240;

    /** A failed trial counts as this many deviations worse than the mean, or as the worst trial if that is less bad. */
    private static final double POOR = 1.5;

    private final Standardised scale;
    private final List<GaussianProcess> members = new ArrayList<>();
    private final List<ExpectedImprovement> improvements = new ArrayList<>();
    private final double[][] succeeded;
    private final double[][] failed;
    private final double[][] pending;
    private final boolean[] nominal;

    private Model(Knowledge knowledge, Domain domain) {
        scale = Standardised.of(knowledge.values());
        succeeded = knowledge.succeeded();
        failed = knowledge.failed();
        pending = knowledge.pending();
        nominal = new boolean[domain.dimensions()];
        for (int i = 0; i < nominal.length; i++) {
            nominal[i] = domain.nominal(i);
        }
    }

    /** Fits the model; empty where no process could be conditioned on the data. */
    static Optional<Model> of(Knowledge knowledge, Domain domain) {
        var model = new Model(knowledge, domain);
        model.add(model.scale.values());
        model.add(Tamed.of(knowledge.values()));
        return model.members.isEmpty() ? Optional.empty() : Optional.of(model);
    }

    private void add(double[] values) {
        var kernel = fit(values);
        var known =
                Stream.of(succeeded, failed, pending).flatMap(Arrays::stream).toArray(double[][]::new);
        double worst = Arrays.stream(values).max().orElse(0);
        var targets = Arrays.copyOf(values, values.length + failed.length);
        Arrays.fill(targets, values.length, targets.length, Math.min(POOR, worst));
        GaussianProcess.condition(kernel, Inputs.of(known, nominal), targets).ifPresent(process -> {
            members.add(process);
            improvements.add(new ExpectedImprovement(process, incumbent(process)));
        });
    }

    private Kernel fit(double[] values) {
        int count = Math.min(FITTED, values.length);
        return Fit.mode(Inputs.of(Arrays.copyOf(succeeded, count), nominal), Arrays.copyOf(values, count));
    }

    /** The least mean at a trial that succeeded or may yet: what there is to improve on. */
    private double incumbent(GaussianProcess process) {
        return Stream.of(succeeded, pending)
                .flatMap(Arrays::stream)
                .mapToDouble(process::mean)
                .min()
                .orElse(0);
    }

    Acquisition acquisition() {
        var average = new Average(improvements);
        return failed.length == 0 ? average : new FailureAware(average, succeeded, failed, nominal);
    }

    /**
     * Over which distance the objective changes in each dimension, as the first member sees it; at most the width of the cube.
     */
    double[] lengths() {
        var kernel = members.get(0).kernel();
        var lengths = new double[nominal.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.min(1, 1 / Math.sqrt(kernel.weight(i)));
        }
        return lengths;
    }

    /** The logarithm of the improvement that the members expect at a point on average, in units of the standardised values. */
    double logImprovement(double[] point) {
        var ignored = new double[point.length];
        return Average.logMeanExp(improvements.stream()
                .mapToDouble(improvement -> improvement.value(point, ignored))
                .toArray());
    }

    /** The mean at a point in raw units, lower being better. */
    double mean(double[] point) {
        return scale.raw(members.get(0).mean(point));
    }

    /** The standard deviation of the noiseless objective at a point in raw units. */
    double deviation(double[] point) {
        return scale.rawDifference(Math.sqrt(members.get(0).predict(point).variance()));
    }
}
