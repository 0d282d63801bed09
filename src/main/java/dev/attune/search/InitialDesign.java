package dev.attune.search;

import dev.attune.search.sampling.Sobol;
import dev.attune.search.sampling.SplitMix;

/**
 * The trials before a model can speak: the centre of the space first, then a scrambled Sobol sequence that belongs to the job, of
 * which each trial takes its own point, so that trials can be handed out without waiting for results. Once trials have failed, it
 * keeps away from all that is known instead.
 */
final class InitialDesign {
    private static final int FEWEST = 4;
    private static final int MOST = 10;
    private static final int FEWEST_SUCCESSES = 3;
    private static final int SPREAD = 128;

    private final SearchRequest request;
    private final History history;

    InitialDesign(SearchRequest request, History history) {
        this.request = request;
        this.history = history;
    }

    /** Whether too little is known for a model, or nothing varies that could be modelled. */
    boolean due() {
        int dimensions = request.space().dimensions();
        int size = Math.min(MOST, Math.max(FEWEST, dimensions + 1));
        return dimensions == 0 || history.size() < size || history.successes().size() < FEWEST_SUCCESSES;
    }

    /** The point of the unit cube for the requested trial. */
    double[] point() {
        int dimensions = request.space().dimensions();
        var sobol = new Sobol(dimensions, request.seed());
        if (!history.failures().isEmpty()) {
            return farthest(new Sobol(dimensions, SplitMix.seed(request.seed(), request.trial())));
        }
        return request.trial() == 1 ? centre(sobol) : sobol.point(request.trial() - 1);
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
