package dev.attune.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request seen from the unit cube: where trials succeeded and how well, where they failed, where they still run. Values are
 * flipped so that lower is better. Configurations that are foreign to the space are left out.
 */
final class History {
    /** A successful trial: its point and its value, lower being better. */
    record Success(Spot spot, double value) {}

    /** A point of the unit cube with the trial and the configuration that stand there. */
    record Spot(int trial, Configuration configuration, List<Double> coordinates) {
        double[] point() {
            return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /** The same in a region's own coordinates. */
        Spot in(Region region) {
            return new Spot(trial, configuration, boxed(region.inside(point())));
        }
    }

    /** Points nearer than this in every coordinate are the same trial. */
    private static final double SAME = 1e-7;

    private final List<Success> successes = new ArrayList<>();
    private final List<Spot> failures = new ArrayList<>();
    private final List<Spot> pending = new ArrayList<>();
    private final SearchSpace space;
    private final Set<List<Double>> seen = new HashSet<>();
    private final Set<List<Double>> own = new HashSet<>();

    private History(SearchSpace space) {
        this.space = space;
    }

    static History empty(SearchSpace space) {
        return new History(space);
    }

    static History of(SearchRequest request) {
        var history = new History(request.space());
        double sign = request.goal() == Goal.MINIMIZE ? 1 : -1;
        for (var observation : request.completed()) {
            history.see(observation.trial(), observation.configuration()).ifPresent(spot -> {
                var value = observation.value();
                if (value != null && Double.isFinite(value)) {
                    history.successes.add(new Success(spot, sign * value));
                } else {
                    history.failures.add(spot);
                }
            });
        }
        for (var trial : request.pending()) {
            history.see(trial.trial(), trial.configuration()).ifPresent(history.pending::add);
        }
        history.preferTheUntried();
        history.sort();
        return history;
    }

    private Optional<Spot> see(int trial, Configuration configuration) {
        try {
            var coordinates = boxed(space.encode(configuration));
            seen.add(coordinates);
            if (trial > 0) {
                own.add(coordinates);
            }
            return Optional.of(new Spot(trial, configuration, coordinates));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** What another job tried counts as tried as long as there is anything else. */
    private void preferTheUntried() {
        if (seen.size() >= space.combinations()) {
            seen.retainAll(own);
        }
    }

    /** By trial; trials of equal number, which may come in any order, by their texts. */
    private void sort() {
        var order = Comparator.comparingInt(Spot::trial)
                .thenComparing(spot -> spot.configuration().values().toString());
        successes.sort(Comparator.comparing(Success::spot, order).thenComparing(Success::value));
        failures.sort(order);
        pending.sort(order);
    }

    List<Success> successes() {
        return successes;
    }

    List<Spot> failures() {
        return failures;
    }

    List<Spot> pending() {
        return pending;
    }

    /** Everywhere a trial stands. */
    List<Spot> spots() {
        return Stream.of(successes.stream().map(Success::spot), failures.stream(), pending.stream())
                .flatMap(spots -> spots)
                .toList();
    }

    /** How many trials were handed out, finished or not. */
    int size() {
        return successes.size() + failures.size() + pending.size();
    }

    /** Whether this configuration of the space, however it is written, was tried or is pending. */
    boolean has(Configuration configuration) {
        return has(space.encode(configuration));
    }

    /** Whether a trial stands at exactly this point. */
    boolean has(double[] point) {
        return seen.contains(boxed(point));
    }

    private static List<Double> boxed(double[] point) {
        return Arrays.stream(point).boxed().toList();
    }

    /** Whether a trial stands where no coordinate differs by more than rounding. */
    boolean isNear(double[] point) {
        return spots().stream().anyMatch(spot -> {
            for (int i = 0; i < point.length; i++) {
                if (Math.abs(spot.coordinates().get(i) - point[i]) > SAME) {
                    return false;
                }
            }
            return true;
        });
    }

    /** How many different configurations were tried or are pending. */
    int distinct() {
        return seen.size();
    }
}
