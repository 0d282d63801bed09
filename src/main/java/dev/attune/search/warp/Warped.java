package dev.attune.search.warp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values with what a {@link Warp} made of them. Between the values the way back is a straight line from neighbour to neighbour, and
 * beyond them it goes on as the outer tenth of the values does.
 */
public final class Warped {
    /** The share of the values that the slope beyond an end is taken from. */
    private static final int OUTER_SHARE = 10;

    private final Warp warp;
    private final double[] values;
    private final double[] sorted;
    private final double[] sortedRaw;
    private final Standardised scale;
    private final double[] slopes;

    Warped(Warp warp, double[] raw, double[] values) {
        this.warp = warp;
        this.values = values;
        scale = Standardised.of(raw);
        var order = IntStream.range(0, raw.length)
                .boxed()
                .sorted((left, right) -> Double.compare(raw[left], raw[right]))
                .mapToInt(Integer::intValue)
                .toArray();
        sorted = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        sortedRaw = Arrays.stream(order).mapToDouble(i -> scale.values()[i]).toArray();
        slopes = new double[raw.length];
        for (int rank = 0; rank < order.length; rank++) {
            slopes[order[rank]] = logSlopeAtRank(rank);
        }
    }

    public Warp warp() {
        return warp;
    }

    /** The transformed values, in the order of the raw ones; not copied. */
    public double[] values() {
        return values;
    }

    /**
     * ln of the transform's derivative at value i, with respect to the standardised values: what a density over transformed values
     * must be multiplied with, to be compared with a density over those of another transform. Taken between the two neighbours.
     */
    public double logSlope(int i) {
        return slopes[i];
    }

    private double logSlopeAtRank(int rank) {
        int before = Math.max(0, rank - 1);
        int after = Math.min(sorted.length - 1, rank + 1);
        double rise = sorted[after] - sorted[before];
        double run = sortedRaw[after] - sortedRaw[before];
        return rise > 0 && run > 0 ? StrictMath.log(rise / run) : 0;
    }

    /** A transformed value in raw units, kept finite. */
    public double raw(double value) {
        int last = sorted.length - 1;
        if (sorted[0] == sorted[last]) {
            return scale.raw(sortedRaw[0]);
        }
        int outer = Math.max(1, sorted.length / OUTER_SHARE);
        if (value <= sorted[0]) {
            return scale.raw(line(0, beyond(0, outer), value));
        }
        if (value >= sorted[last]) {
            return scale.raw(line(last, beyond(last, -outer), value));
        }
        int upper = Arrays.binarySearch(sorted, value);
        if (upper >= 0) {
            return scale.raw(sortedRaw[upper]);
        }
        upper = -upper - 1;
        return scale.raw(line(upper - 1, upper, value));
    }

    /** The nearest rank from an end inwards, by steps of that many, whose value differs from the end's. */
    private int beyond(int end, int step) {
        int rank = end + step;
        while (sorted[rank] == sorted[end]) {
            rank += Integer.signum(step);
        }
        return rank;
    }

    private double line(int from, int to, double value) {
        double slope = (sortedRaw[to] - sortedRaw[from]) / (sorted[to] - sorted[from]);
        return sortedRaw[from] + slope * (value - sorted[from]);
    }
}
