package dev.attune.search;

import dev.attune.search.History.Success;
import java.util.Arrays;
import java.util.List;

/**
 * Trials that hyperparameters are found from: points of the unit cube and a value for each, in an order of which any part from the start
 * stands for the whole. Equal where all numbers are. Not to be changed.
 */
final class Sample {
    private final double[][] points;
    private final double[] values;

    private Sample(double[][] points, double[] values) {
        this.points = points;
        this.values = values;
    }

    static Sample of(List<Success> successes) {
        return new Sample(
                successes.stream().map(success -> success.spot().point()).toArray(double[][]::new),
                successes.stream().mapToDouble(Success::value).toArray());
    }

    /** Its first trials, so many at most. */
    Sample first(int most) {
        int count = Math.min(most, values.length);
        return new Sample(Arrays.copyOf(points, count), Arrays.copyOf(values, count));
    }

    double[][] points() {
        return points;
    }

    double[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample
                && Arrays.equals(values, sample.values)
                && Arrays.deepEquals(points, sample.points);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.deepHashCode(points);
    }
}
