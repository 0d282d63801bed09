package dev.attune.search;

import dev.attune.search.History.Success;
import dev.attune.search.acquisition.Acquisition;
import dev.attune.search.acquisition.Average;
import dev.attune.search.acquisition.FailureAware;
import dev.attune.search.acquisition.LeastMean;
import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the search believes of the objective: a Gaussian process for each credible view of the trials, since no transform of the values
 * and no kernel suits every problem. A view has the more to say the better it predicts each trial from all the others.
 */
final class Model {
    private final Knowledge knowledge;
    private final boolean[] nominal;
    private final List<Member> members;
    private final double[] logWeights;

    private Model(Knowledge knowledge, boolean[] nominal, List<Member> members) {
        this.knowledge = knowledge;
        this.nominal = nominal;
        this.members = members;
        double most = members.get(0).view().credibility();
        logWeights = members.stream()
                .mapToDouble(member -> member.view().credibility() - most)
                .toArray();
    }

    /** Fits the model, roughly once the deadline has passed; empty where no process could be conditioned on the data. */
    static Optional<Model> of(Knowledge knowledge, Domain domain, Memory memory, Deadline deadline) {
        var nominal = new boolean[domain.dimensions()];
        for (int i = 0; i < nominal.length; i++) {
            nominal[i] = domain.nominal(i);
        }
        var views = memory.of(knowledge, nominal, deadline);
        var members = views.stream()
                .flatMap(view -> Member.of(view, knowledge, nominal, memory).stream())
                .toList();
        return members.isEmpty() ? Optional.empty() : Optional.of(new Model(knowledge, nominal, members));
    }

    /**
     * The improvement that the members expect, and that a trial does not fail.
     *
     * @param margin what the improvement must exceed to count, in deviations of the transformed values
     */
    Acquisition improvement(double margin) {
        var improvements =
                members.stream().map(member -> member.improvement(margin)).toList();
        var average = new Average(improvements, logWeights);
        var failed = knowledge.failed();
        return failed.length == 0 ? average : new FailureAware(average, knowledge.succeeded(), failed, nominal);
    }

    /** How low the members expect the objective to be; failed trials count as poor ones. */
    Acquisition leastMean() {
        return new LeastMean(members.stream().map(Member::process).toList(), shares());
    }

    Knowledge knowledge() {
        return knowledge;
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

    /** The variance of the noise, in units of the transformed values' own, as the members find it on average. */
    double noise() {
        var shares = shares();
        double noise = 0;
        for (int m = 0; m < shares.length; m++) {
            noise += shares[m] * members.get(m).process().kernel().noise();
        }
        return noise;
    }

    /**
     * What the model expects of a point.
     *
     * @param estimate of the objective, in raw units, lower being better: the mixture of the members' predictions
     * @param logImprovement ln of the improvement that the members expect, in deviations of their transformed values, less where noise
     *     would drown it
     */
    record Outlook(Estimate estimate, double logImprovement) {}

    Outlook at(double[] point) {
        return outlooks(new double[][] {point}).get(0);
    }

    /** The outlook at each of the points: to the bit what it is at one, whatever the others, and faster. O(n²) each. */
    List<Outlook> outlooks(double[][] points) {
        var means = new double[members.size()][points.length];
        var variances = new double[members.size()][points.length];
        for (int m = 0; m < means.length; m++) {
            members.get(m).process().predict(points, means[m], variances[m]);
        }
        var expected = members.stream().map(member -> member.improvement(0)).toList();
        var outlooks = new ArrayList<Outlook>();
        for (int i = 0; i < points.length; i++) {
            var estimates = new ArrayList<Estimate>();
            var improvements = logWeights.clone();
            for (int m = 0; m < means.length; m++) {
                estimates.add(members.get(m).raw(means[m][i], variances[m][i]));
                improvements[m] += expected.get(m).of(means[m][i], variances[m][i]);
            }
            double logImprovement = Average.logMeanExp(improvements) - Average.logMeanExp(logWeights);
            outlooks.add(new Outlook(Mixture.of(shares(), estimates), logImprovement));
        }
        return outlooks;
    }

    /** The mean of an outlook's estimate alone, to rounding. O(nd). */
    double mean(double[] point) {
        return mean(member -> member.mean(point));
    }

    /** The modelled success of the least mean: the best trial, however lucky others were. O(n). */
    Success best() {
        var successes = knowledge.successes();
        var means = IntStream.range(0, successes.size())
                .mapToDouble(i -> mean(member -> member.mean(i)))
                .toArray();
        int best = 0;
        for (int i = 1; i < means.length; i++) {
            best = means[i] < means[best] ? i : best;
        }
        return successes.get(best);
    }

    private double mean(ToDoubleFunction<Member> means) {
        var shares = shares();
        double mean = 0;
        for (int m = 0; m < shares.length; m++) {
            mean += shares[m] * means.applyAsDouble(members.get(m));
        }
        return Mixture.finite(mean);
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

    /** What the model is made of, in the words of the space; the model's own cube is the region. */
    ModelSummary summary(SearchSpace space, Region region) {
        var varying = space.varying();
        var units = IntStream.range(0, nominal.length)
                .mapToDouble(i -> nominal[i] ? 1 : region.width(i))
                .toArray();
        var shares = shares();
        var summaries = new ArrayList<ModelSummary.Member>();
        for (int m = 0; m < shares.length; m++) {
            summaries.add(members.get(m).summary(varying, units, shares[m]));
        }
        return new ModelSummary(summaries);
    }
}
