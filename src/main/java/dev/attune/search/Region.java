package dev.attune.search;

import dev.attune.search.optim.Domain;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A box in the unit cube, seen as a unit cube of its own: points that are not in it have coordinates there too, below 0 or above 1. */
final class Region {
    private final double[] lower;
    private final double[] upper;

    /**
     * Neither array is copied.
     *
     * @param lower its least corner
     * @param upper its greatest corner, further in every coordinate
     */
    Region(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** The unit cube itself. */
    static Region whole(int dimensions) {
        var upper = new double[dimensions];
        Arrays.fill(upper, 1);
        return new Region(new double[dimensions], upper);
    }

    double width(int coordinate) {
        return upper[coordinate] - lower[coordinate];
    }

    /** The region's own coordinates of a point of the unit cube. */
    double[] inside(double[] point) {
        return IntStream.range(0, point.length)
                .mapToDouble(i -> (point[i] - lower[i]) / width(i))
                .toArray();
    }

    /** The point of the unit cube, to rounding, that has these coordinates in the region. */
    double[] outside(double[] own) {
        return IntStream.range(0, own.length)
                .mapToDouble(i -> lower[i] + own[i] * width(i))
                .toArray();
    }

    /** The part of a domain of the unit cube that lies in the region, in the region's own coordinates. At least one level is left. */
    Domain part(Domain domain) {
        var levels = new double[lower.length][];
        var nominal = new boolean[lower.length];
        for (int i = 0; i < levels.length; i++) {
            int coordinate = i;
            nominal[i] = domain.nominal(i);
            levels[i] = Arrays.stream(domain.levels(i))
                    .filter(level -> level >= lower[coordinate] && level <= upper[coordinate])
                    .map(level -> (level - lower[coordinate]) / width(coordinate))
                    .toArray();
        }
        return new Domain(levels, nominal);
    }
}
