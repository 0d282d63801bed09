package dev.attune.search.acquisition;

import dev.attune.search.optim.Box;
import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Domain;
import dev.attune.search.optim.QuasiNewton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Searches a domain for the points of highest acquisition: scores candidates, then improves the best of them that are not close to
 * each other, in turns by a quasi-Newton method on the coordinates that are a continuum, and by exchange of one coordinate at a
 * time on those with levels.
 */
public final class Maximiser {
    private static final int ROUNDS = 3;
    private static final double CLOSE = 0.1;
    private static final double TOLERANCE = 1e-3;
    private static final int EVALUATIONS = 30;
    /** A coordinate with more levels than this is searched near its value only. */
    private static final int FEW_LEVELS = 24;

    private static final int REACH = 4;

    private final Acquisition acquisition;
    private final Domain domain;
    private final double[] lengths;
    private final Predicate<double[]> taken;
    private final int starts;
    private final Deadline deadline;

    /**
     * @param lengths for each coordinate, over which distance the acquisition function changes; positive
     * @param taken points that must not be proposed; they are worth nothing
     * @param starts how many candidates are improved; at least 1
     * @param deadline once it has passed, candidates are scored but no longer improved
     */
    public Maximiser(
            Acquisition acquisition,
            Domain domain,
            double[] lengths,
            Predicate<double[]> taken,
            int starts,
            Deadline deadline) {
        this.acquisition = acquisition;
        this.domain = domain;
        this.lengths = lengths;
        this.taken = taken;
        this.starts = starts;
        this.deadline = deadline;
    }

    /** Improved candidates and the candidates themselves, best first. Candidates stand on the domain's levels. */
    public List<Scored> rank(List<double[]> candidates) {
        var scored = score(candidates);
        scored.sort(Scored.BEST_FIRST);
        var improved = new ArrayList<Scored>();
        for (var start : starts(scored)) {
            improved.add(improve(start));
        }
        improved.addAll(scored);
        improved.sort(Scored.BEST_FIRST);
        return improved;
    }

    private List<Scored> score(List<double[]> points) {
        var values = acquisition.values(points.toArray(double[][]::new));
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < values.length; i++) {
            boolean worthless = taken.test(points.get(i));
            scored.add(new Scored(points.get(i), worthless ? Double.NEGATIVE_INFINITY : values[i]));
        }
        return scored;
    }

    private List<Scored> starts(List<Scored> scored) {
        var found = new ArrayList<Scored>();
        for (var candidate : scored) {
            if (found.size() == starts || candidate.value() == Double.NEGATIVE_INFINITY) {
                break;
            }
            if (found.stream().noneMatch(start -> close(start.point(), candidate.point()))) {
                found.add(candidate);
            }
        }
        return found;
    }

    private boolean close(double[] left, double[] right) {
        double distance = 0;
        for (int i = 0; i < left.length; i++) {
            double difference = (left[i] - right[i]) / lengths[i];
            distance += difference * difference;
        }
        return distance < CLOSE * CLOSE;
    }

    private Scored improve(Scored start) {
        var current = start;
        for (int round = 0; round < ROUNDS && !deadline.passed(); round++) {
            var next = exchange(descend(current));
            if (!(next.value() > current.value() + TOLERANCE)) {
                return next;
            }
            current = next;
        }
        return current;
    }

    private Scored descend(Scored start) {
        int[] free =
                IntStream.range(0, lengths.length).filter(domain::continuum).toArray();
        if (free.length == 0) {
            return start;
        }
        var from = new double[free.length];
        var upper = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            from[i] = start.point()[free[i]] / lengths[free[i]];
            upper[i] = 1 / lengths[free[i]];
        }
        var gradient = new double[lengths.length];
        var found = QuasiNewton.minimise(
                (scaled, slope) -> {
                    double value = -acquisition.value(place(start.point(), free, scaled), gradient);
                    for (int i = 0; i < free.length; i++) {
                        slope[i] = -gradient[free[i]] * lengths[free[i]];
                    }
                    return value;
                },
                from,
                new Box(new double[free.length], upper),
                TOLERANCE,
                EVALUATIONS,
                deadline);
        var point = place(start.point(), free, found.point());
        return taken.test(point) || -found.value() < start.value() ? start : new Scored(point, -found.value());
    }

    /** A copy of the point with its free coordinates replaced by scaled ones. */
    private double[] place(double[] point, int[] free, double[] scaled) {
        var placed = point.clone();
        for (int i = 0; i < free.length; i++) {
            placed[free[i]] = Math.min(1, Math.max(0, scaled[i] * lengths[free[i]]));
        }
        return placed;
    }

    private Scored exchange(Scored start) {
        var current = start;
        for (int coordinate = 0; coordinate < lengths.length; coordinate++) {
            if (!domain.continuum(coordinate)) {
                var alternatives = score(alternatives(current.point(), coordinate));
                for (var alternative : alternatives) {
                    current = alternative.value() > current.value() ? alternative : current;
                }
            }
        }
        return current;
    }

    private List<double[]> alternatives(double[] point, int coordinate) {
        var levels = domain.levels(coordinate);
        int now = domain.level(coordinate, point[coordinate]);
        boolean all = levels.length <= FEW_LEVELS || domain.nominal(coordinate);
        var alternatives = new ArrayList<double[]>();
        for (int level = 0; level < levels.length; level++) {
            if (level != now && (all || Math.abs(level - now) <= REACH)) {
                var alternative = point.clone();
                alternative[coordinate] = levels[level];
                alternatives.add(alternative);
            }
        }
        return alternatives;
    }
}
