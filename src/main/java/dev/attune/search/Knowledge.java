package dev.attune.search;

import dev.attune.search.History.Spot;
import dev.attune.search.History.Success;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a history that is modelled. A long history is thinned to the best trials, the latest, and a spread over the rest,
 * so that the cost of a suggestion has a bound.
 */
final class Knowledge {
    /** At most this many successes are modelled, and those that came since these were chosen. */
    private static final int MOST = 400;
    /** They are chosen anew once so many have come, if not before. */
    private static final int MOST_LATER = 64;

    private static final int BEST = 150;
    private static final int LATEST = 100;
    private static final int MOST_FAILURES = 100;
    private static final int MOST_PENDING = 100;
    private static final int PARENTS = 5;

    /** Hyperparameters are found from at most this many trials. */
    private static final int MOST_SAMPLED = 240;
    /** How often they are found again while the number of trials doubles, at least. */
    private static final int REFITS = 10;
    /** How often all views are tried again meanwhile. */
    private static final int REVIEWS = 5;

    private final List<Success> successes;
    private final List<Success> outline;
    private final List<Success> sample;
    private final List<Spot> failures;
    private final List<Spot> pending;

    private Knowledge(
            List<Success> successes,
            List<Success> outline,
            List<Success> sample,
            List<Spot> failures,
            List<Spot> pending) {
        this.successes = successes;
        this.outline = outline;
        this.sample = sample;
        this.failures = failures;
        this.pending = pending;
    }

    static Knowledge of(History history) {
        return new Knowledge(
                thin(history.successes()),
                sample(history.successes(), REVIEWS),
                sample(history.successes(), REFITS),
                latest(history.failures(), MOST_FAILURES),
                latest(history.pending(), MOST_PENDING));
    }

    /**
     * What hyperparameters are found from: it stays the same while a few trials more succeed, and longer the more there are, so that
     * what was found can be remembered.
     *
     * @param changes how often it changes while the number of trials doubles, at least
     */
    private static List<Success> sample(List<Success> successes, int changes) {
        int size = successes.size();
        var mixed = interleave(successes.subList(0, settled(size, step(size, changes))));
        return mixed.subList(0, Math.min(MOST_SAMPLED, mixed.size()));
    }

    /** How many trials more it takes to the next change. */
    private static int step(int size, int changes) {
        return Integer.highestOneBit(Math.max(1, size / changes));
    }

    private static int settled(int size, int step) {
        return size - size % step;
    }

    /** The same in a region's own coordinates, with only these of the successes: few, so that hyperparameters are found from all. */
    Knowledge of(List<Success> few, Region region) {
        var moved = interleave(few.stream()
                .map(success -> new Success(success.spot().in(region), success.value()))
                .toList());
        return new Knowledge(moved, moved, moved, in(region, failures), in(region, pending));
    }

    private static List<Spot> in(Region region, List<Spot> spots) {
        return spots.stream().map(spot -> spot.in(region)).toList();
    }

    /** All, or some of those up to the last change, which come again until the next one, and all that are later. */
    private static List<Success> thin(List<Success> successes) {
        if (successes.size() <= MOST) {
            return successes;
        }
        int settled = settled(successes.size(), Math.min(MOST_LATER, step(successes.size(), REFITS)));
        var kept = new ArrayList<>(part(successes.subList(0, settled)));
        kept.addAll(successes.subList(settled, successes.size()));
        return kept;
    }

    private static List<Success> part(List<Success> successes) {
        if (successes.size() <= MOST) {
            return successes;
        }
        var rest = best(successes.subList(0, successes.size() - LATEST));
        var kept = new ArrayList<>(rest.subList(0, BEST));
        var others = rest.subList(BEST, rest.size());
        int spread = MOST - BEST - LATEST;
        for (int i = 0; i < spread; i++) {
            kept.add(others.get((int) ((long) i * others.size() / spread)));
        }
        kept.addAll(latest(successes, LATEST));
        return kept;
    }

    /** Orders by value and then takes every fourth in turns, best first, so that any prefix holds good and poor trials alike. */
    private static List<Success> interleave(List<Success> successes) {
        var sorted = best(successes);
        var order = new ArrayList<Success>();
        int stride = 4;
        for (int start = 0; start < stride; start++) {
            for (int i = start; i < sorted.size(); i += stride) {
                order.add(sorted.get(i));
            }
        }
        return order;
    }

    private static List<Success> best(List<Success> successes) {
        return successes.stream()
                .sorted(Comparator.comparingDouble(Success::value))
                .toList();
    }

    private static <T> List<T> latest(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    /** The successes that are modelled, in the order of their values and points below: those that came last are the last. */
    List<Success> successes() {
        return successes;
    }

    /** What all views are tried on. */
    Sample outline() {
        return Sample.of(outline);
    }

    /** What the hyperparameters of the credible views are found from. */
    Sample sample() {
        return Sample.of(sample);
    }

    /** The values of the successes. */
    double[] values() {
        return successes.stream().mapToDouble(Success::value).toArray();
    }

    double[][] succeeded() {
        return points(successes.stream().map(Success::spot));
    }

    double[][] failed() {
        return points(failures.stream());
    }

    double[][] pending() {
        return points(pending.stream());
    }

    /** The points of the best few trials. */
    List<double[]> parents() {
        return best(successes).stream()
                .limit(PARENTS)
                .map(success -> success.spot().point())
                .toList();
    }

    /** How many points a model of this has. */
    int size() {
        return successes.size() + failures.size() + pending.size();
    }

    private static double[][] points(Stream<Spot> spots) {
        return spots.map(Spot::point).toArray(double[][]::new);
    }
}
