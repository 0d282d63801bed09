package dev.attune.search.gp;

import java.util.Arrays;

/** The points that a Gaussian process knows, kept by dimension so that distances from one point to all run along one array. */
public final class Inputs {
    private final double[][] columns;
    private final boolean[] nominal;
    private final int count;

    private Inputs(double[][] columns, boolean[] nominal, int count) {
        this.columns = columns;
        this.nominal = nominal;
        this.count = count;
    }

    /** The points (n × d), each copied; {@code nominal} (d) is kept. */
    public static Inputs of(double[][] points, boolean[] nominal) {
        var columns = new double[nominal.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int dimension = 0; dimension < nominal.length; dimension++) {
                columns[dimension][i] = points[i][dimension];
            }
        }
        return new Inputs(columns, nominal, points.length);
    }

    /** The first so many of the points. */
    Inputs first(int length) {
        var shorter = new double[columns.length][];
        for (int dimension = 0; dimension < shorter.length; dimension++) {
            shorter[dimension] = Arrays.copyOf(columns[dimension], length);
        }
        return new Inputs(shorter, nominal, length);
    }

    public int count() {
        return count;
    }

    public int dimensions() {
        return nominal.length;
    }

    boolean nominal(int dimension) {
        return nominal[dimension];
    }

    /** The coordinate of point i in a dimension. */
    double coordinate(int i, int dimension) {
        return columns[dimension][i];
    }

    /** The coordinates of point i. */
    double[] point(int i) {
        var point = new double[columns.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            point[dimension] = columns[dimension][i];
        }
        return point;
    }

    /** x' − x from a coordinate to that of each point. */
    void differences(int dimension, double coordinate, double[] differences) {
        var column = columns[dimension];
        for (int j = 0; j < differences.length; j++) {
            differences[j] = column[j] - coordinate;
        }
    }

    /** (x − x')² between a coordinate and that of each of the first {@code length} points, or [x ≠ x'] in a nominal dimension. */
    void squaredDifferences(int dimension, double coordinate, double[] differences, int length) {
        var column = columns[dimension];
        if (nominal[dimension]) {
            for (int j = 0; j < length; j++) {
                differences[j] = column[j] == coordinate ? 0 : 1;
            }
            return;
        }
        for (int j = 0; j < length; j++) {
            double difference = column[j] - coordinate;
            differences[j] = difference * difference;
        }
    }

    /** Adds weight · squared difference to each of the sums from {@code at}; see {@link #squaredDifferences}. */
    void addSquares(int dimension, double coordinate, double weight, double[] sums, int at, int length) {
        var column = columns[dimension];
        if (nominal[dimension]) {
            for (int j = 0; j < length; j++) {
                sums[at + j] += column[j] == coordinate ? 0 : weight;
            }
            return;
        }
        for (int j = 0; j < length; j++) {
            double difference = column[j] - coordinate;
            sums[at + j] = Math.fma(difference * difference, weight, sums[at + j]);
        }
    }
}
