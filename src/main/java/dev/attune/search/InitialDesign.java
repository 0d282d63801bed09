package dev.attune.search;

import dev.attune.search.sampling.Sobol;
import dev.attune.search.sampling.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The trials before a model can speak: the centre of the space first, then a scrambled Sobol sequence that belongs to the job, of
 * which each trial takes its own point, so that trials can be handed out without waiting for results. Once trials have failed, it
 * keeps away from all that is known instead. Where there are hints, the best few that are apart come first, in place of
 * its points but for two (the idea is that of Feurer, Springenberg and Hutter 2015, "Initializing Bayesian Hyperparameter
 * Optimization via Meta-Learning").
 */
final class InitialDesign {
    /** How many trials a model begins with, in any number of dimensions; ten cost more than they taught. */
    private static final int FEWEST = 5;

    private static final int FEWEST_SUCCESSES = 3;
    /** How many of the design's points are left where hints take the place of the others. */
    private static final int LEFT = 2;

    private static final int MOST_HINTS = 5;
    private static final int SPREAD = 128;
    /** Two hints are apart where they differ by this in some coordinate. */
    private static final double APART = 0.1;

    private final SearchRequest request;
    private final History history;

    InitialDesign(SearchRequest request, History history) {
        this.request = request;
        this.history = history;
    }

    /** Whether too little is known for a model, or nothing varies that could be modelled. */
    boolean due() {
        return request.space().dimensions() == 0
                || history.size() < size()
                || history.successes().size() < FEWEST_SUCCESSES;
    }

    private int size() {
        return Math.max(FEWEST, hints().size() + LEFT);
    }

    /** The configuration for the requested trial. */
    Configuration configuration() {
        var hints = hints();
        return request.trial() <= hints.size()
                ? hints.get(request.trial() - 1)
                : request.space().decode(point(request.trial() - hints.size()));
    }

    /** The point of the unit cube for a trial, counted from the first that has no hint. */
    private double[] point(int turn) {
        int dimensions = request.space().dimensions();
        var sobol = new Sobol(dimensions, request.seed());
        if (!history.failures().isEmpty()) {
            return farthest(new Sobol(dimensions, SplitMix.seed(request.seed(), request.trial())));
        }
        return turn == 1 ? centre(sobol) : sobol.point(turn - 1);
    }

    /** The best hints that are apart from each other. */
    private List<Configuration> hints() {
        var apart = new ArrayList<Configuration>();
        for (var hint : request.hints()) {
            if (apart.size() < MOST_HINTS && apart.stream().allMatch(other -> areApart(hint, other))) {
                apart.add(hint);
            }
        }
        return apart;
    }

    private boolean areApart(Configuration one, Configuration other) {
        var left = request.space().encode(one);
        var right = request.space().encode(other);
        return IntStream.range(0, left.length).anyMatch(i -> Math.abs(left[i] - right[i]) >= APART);
    }

    /** The middle of every numeric range; any category, since none is in the middle. */
    private double[] centre(Sobol sobol) {
        var centre = sobol.point(0);
        var varying = request.space().varying();
        for (int i = 0; i < centre.length; i++) {
            centre[i] = varying.get(i) instanceof Parameter.Categorical ? centre[i] : 0.5;
        }
        return centre;
    }

    private double[] farthest(Sobol sobol) {
        var best = sobol.point(0);
        double farthest = -1;
        for (int i = 0; i < SPREAD; i++) {
            var point = sobol.point(i);
            double distance = distanceToKnown(point);
            if (distance > farthest) {
                farthest = distance;
                best = point;
            }
        }
        return best;
    }

    private double distanceToKnown(double[] point) {
        double nearest = Double.POSITIVE_INFINITY;
        for (var spot : history.spots()) {
            double distance = 0;
            for (int i = 0; i < point.length; i++) {
                double difference = point[i] - spot.coordinates().get(i);
                distance += difference * difference;
            }
            nearest = Math.min(nearest, distance);
        }
        return nearest;
    }
}
