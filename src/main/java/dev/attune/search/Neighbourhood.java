package dev.attune.search;

import dev.attune.search.History.Success;
import dev.attune.search.optim.Domain;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The trials nearest to the best one, and the region that only the nearest of these lie in: as trials gather around the best, the
 * region shrinks, and where a better one is found at its edge, it moves. It is as wide in each coordinate as a model says that the
 * objective is slow to change (the trust regions of Eriksson et al. 2019, "Scalable global optimization via local Bayesian
 * optimization", arXiv 1910.01739, without their counters, which a search that remembers nothing cannot have).
 */
final class Neighbourhood {
    /** How many trials belong to it, and how many more for each dimension; at most so many. */
    private static final int NEAR = 8;

    private static final int NEAR_PER_DIMENSION = 3;
    private static final int MOST_NEAR = 100;
    /** How many of them lie in the region beside the best one and one for each dimension. */
    private static final int HELD = 2;
    /** How far another category is, in length scales. */
    private static final double MISMATCH = 2;
    /** A region narrower than this is a point. */
    private static final double NARROWEST = 1e-9;

    private final Domain domain;
    private final double[] lengths;
    private final double[] centre;
    private final List<Success> nearest;

    /** That of the model's best trial. */
    Neighbourhood(Model model, Domain domain) {
        this.domain = domain;
        lengths = model.lengths();
        var successes = model.knowledge().successes();
        centre = model.best().spot().point();
        nearest = successes.stream()
                .sorted(Comparator.comparingDouble(this::distance))
                .limit(Math.min(MOST_NEAR, NEAR + NEAR_PER_DIMENSION * (long) centre.length))
                .toList();
    }

    /** Its trials, nearest first; the best one is the first of them. */
    List<Success> trials() {
        return nearest;
    }

    /** Empty where so many trials stand at the best one's point that the region has no width. */
    Optional<Region> region() {
        double reach = distance(nearest.get(Math.min(nearest.size() - 1, centre.length + HELD)));
        var region = new Region(ends(reach, -1), ends(reach, 1));
        boolean wide = IntStream.range(0, centre.length).allMatch(i -> region.width(i) > NARROWEST);
        return wide ? Optional.of(region) : Optional.empty();
    }

    private double distance(Success success) {
        var coordinates = success.spot().coordinates();
        return IntStream.range(0, centre.length)
                .mapToDouble(i -> distance(i, coordinates.get(i)))
                .max()
                .orElse(0);
    }

    private double distance(int i, double coordinate) {
        double difference = domain.nominal(i) && coordinate != centre[i] ? MISMATCH : Math.abs(coordinate - centre[i]);
        return difference / lengths[i];
    }

    private double[] ends(double reach, int sign) {
        var ends = centre.clone();
        Arrays.setAll(ends, i -> end(i, reach, sign));
        return ends;
    }

    private double end(int i, double reach, int sign) {
        double furthest = Math.min(1, Math.max(0, centre[i] + sign * reach * lengths[i]));
        if (domain.continuum(i)) {
            return furthest;
        }
        if (domain.nominal(i)) {
            double half = 0.5 / domain.levels(i).length;
            return reach < MISMATCH / lengths[i] ? centre[i] + sign * half : Math.max(0, sign);
        }
        return level(i, furthest, sign);
    }

    /** The outermost level that is no further, and at least the next to the centre's. */
    private double level(int i, double furthest, int sign) {
        var levels = domain.levels(i);
        int last = levels.length - 1;
        int level = Math.min(last, Math.max(0, domain.level(i, centre[i]) + sign));
        while (level + sign >= 0 && level + sign <= last && sign * levels[level + sign] <= sign * furthest) {
            level += sign;
        }
        return levels[level];
    }
}
