package dev.attune.search;

import dev.attune.search.acquisition.Acquisition;
import dev.attune.search.acquisition.Average;
import dev.attune.search.acquisition.ExpectedImprovement;
import dev.attune.search.acquisition.FailureAware;
import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Domain;
import dev.attune.search.warp.Warp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the search believes of the objective: Gaussian processes of the values under several transforms, since none is safe on every
 * problem. A process has the more to say the better it predicts each trial from all the others.
 */
final class Model {
    /** A process whose predictions are less credible than the best one's by this many nats is not heard. */
    private static final double INCREDIBLE = 6;

    private final Knowledge knowledge;
    private final boolean[] nominal;
    private final List<Member> members;
    private final double[] logWeights;

    private Model(Knowledge knowledge, boolean[] nominal, List<Member> members) {
        this.knowledge = knowledge;
        this.nominal = nominal;
        double most = members.get(0).credibility();
        this.members = members.stream()
                .filter(member -> member.credibility() > most - INCREDIBLE)
                .toList();
        logWeights = this.members.stream()
                .mapToDouble(member -> member.credibility() - most)
                .toArray();
    }

    /** Fits the model, with fewer members once the deadline has passed; empty where no process could be conditioned on the data. */
    static Optional<Model> of(Knowledge knowledge, Domain domain, Memory memory, Deadline deadline) {
        var nominal = new boolean[domain.dimensions()];
        for (int i = 0; i < nominal.length; i++) {
            nominal[i] = domain.nominal(i);
        }
        var members = new ArrayList<Member>();
        for (var warp : Warp.values()) {
            if (members.isEmpty() || !deadline.passed()) {
                Member.of(warp, knowledge, nominal, memory, deadline).ifPresent(members::add);
            }
        }
        members.sort(Comparator.comparingDouble(Member::credibility).reversed());
        return members.isEmpty() ? Optional.empty() : Optional.of(new Model(knowledge, nominal, members));
    }

    Acquisition acquisition() {
        var improvements = members.stream()
                .map(member -> new ExpectedImprovement(member.process(), member.incumbent()))
                .toList();
        var average = new Average(improvements, logWeights);
        var failed = knowledge.failed();
        return failed.length == 0 ? average : new FailureAware(average, knowledge.succeeded(), failed, nominal);
    }

    /** The members that are heard, most credible first. */
    List<Member> members() {
        return members;
    }

    /** The share of its members in the model's judgement; they sum to 1. */
    double[] shares() {
        double all = Average.logMeanExp(logWeights) + StrictMath.log(logWeights.length);
        return Arrays.stream(logWeights)
                .map(weight -> StrictMath.exp(weight - all))
                .toArray();
    }

    /** What the model expects of the objective at a point, in raw units, lower being better: the mixture of its members' predictions. */
    Estimate at(double[] point) {
        var shares = shares();
        double mean = 0;
        var means = new double[shares.length];
        var deviations = new double[shares.length];
        for (int m = 0; m < shares.length; m++) {
            var prediction = members.get(m).process().predict(point);
            double deviation = Math.sqrt(prediction.variance());
            var targets = members.get(m).targets();
            means[m] = targets.raw(prediction.mean());
            deviations[m] =
                    targets.raw(prediction.mean() + deviation) / 2 - targets.raw(prediction.mean() - deviation) / 2;
            mean += shares[m] * means[m];
        }
        return new Estimate(mean, spread(shares, means, deviations, mean));
    }

    /** The standard deviation of a mixture; scaled, so that no square overflows. */
    private static double spread(double[] shares, double[] means, double[] deviations, double mean) {
        double size = 0;
        for (int m = 0; m < shares.length; m++) {
            size = Math.max(size, Math.max(Math.abs(means[m] / 2 - mean / 2), deviations[m]));
        }
        double squares = 0;
        for (int m = 0; m < shares.length && size > 0; m++) {
            double offset = (means[m] / 2 - mean / 2) / size * 2;
            double deviation = deviations[m] / size;
            squares += shares[m] * (offset * offset + deviation * deviation);
        }
        return Math.min(Double.MAX_VALUE, size * Math.sqrt(squares));
    }

    /** The logarithm of the improvement that the members expect at a point, in deviations of their transformed values. */
    double logImprovement(double[] point) {
        var ignored = new double[point.length];
        var values = logWeights.clone();
        for (int m = 0; m < values.length; m++) {
            var member = members.get(m);
            values[m] += new ExpectedImprovement(member.process(), member.incumbent()).value(point, ignored);
        }
        return Average.logMeanExp(values) - Average.logMeanExp(logWeights);
    }

    /** Over which distance the objective changes in each dimension, as the first member sees it; at most the width of the cube. */
    double[] lengths() {
        var kernel = members.get(0).process().kernel();
        var lengths = new double[nominal.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.min(1, 1 / Math.sqrt(kernel.weight(i)));
        }
        return lengths;
    }
}
