package dev.attune.search.gp;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The points that a Gaussian process knows, kept by dimension so that distances from one point to all run along one array. */
public final class Inputs {
    private final double[][] points;
    private final double[][] columns;
    private final boolean[] nominal;
    private final int[] numeric;

    private Inputs(double[][] points, double[][] columns, boolean[] nominal) {
        this.points = points;
        this.columns = columns;
        this.nominal = nominal;
        numeric = IntStream.range(0, nominal.length).filter(i -> !nominal[i]).toArray();
    }

    /** The points (n × d) and {@code nominal} (d) are kept. */
    public static Inputs of(double[][] points, boolean[] nominal) {
        var columns = new double[nominal.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int dimension = 0; dimension < nominal.length; dimension++) {
                columns[dimension][i] = points[i][dimension];
            }
        }
        return new Inputs(points, columns, nominal);
    }

    public int count() {
        return points.length;
    }

    public int dimensions() {
        return nominal.length;
    }

    boolean nominal(int dimension) {
        return nominal[dimension];
    }

    /** How many of the dimensions are nominal. */
    public int nominals() {
        return nominal.length - numeric.length;
    }

    /** Other points of the same space. */
    Inputs others(double[][] others) {
        return of(others, nominal);
    }

    /** How many of the first points are also the other's first. */
    int common(Inputs other) {
        int most = Math.min(count(), other.count());
        int common = 0;
        while (common < most && Arrays.equals(points[common], other.points[common])) {
            common++;
        }
        return common;
    }

    /** The coordinate of point i in a dimension. */
    double coordinate(int i, int dimension) {
        return columns[dimension][i];
    }

    /** The coordinates of point i. Not copied. */
    double[] point(int i) {
        return points[i];
    }

    /** x' − x from a coordinate to that of each of the first points. */
    void differences(int dimension, double coordinate, double[] differences) {
        var column = columns[dimension];
        for (int j = 0; j < differences.length; j++) {
            differences[j] = column[j] - coordinate;
        }
    }

    /**
     * Adds Σ weight · (x − x')² over the numeric dimensions and Σ weight · [x ≠ x'] over the nominal ones to the sums of the points in
     * [from, to).
     */
    void addSquares(double[] point, double[] weights, double[] sums, int from, int to) {
        int i = 0;
        for (; i + 4 <= numeric.length; i += 4) {
            addFourSquares(i, point, weights, sums, from, to);
        }
        for (; i < numeric.length; i++) {
            addSquares(numeric[i], point[numeric[i]], weights[numeric[i]], sums, from, to);
        }
        for (int dimension = 0; dimension < nominal.length; dimension++) {
            if (nominal[dimension]) {
                addMismatches(dimension, point[dimension], weights[dimension], sums, from, to);
            }
        }
    }

    /** Four dimensions at once, so that each sum is loaded and stored once for them. */
    private void addFourSquares(int i, double[] point, double[] weights, double[] sums, int from, int to) {
        int a = numeric[i], b = numeric[i + 1], c = numeric[i + 2], d = numeric[i + 3];
        var columnA = columns[a];
        var columnB = columns[b];
        var columnC = columns[c];
        var columnD = columns[d];
        double pointA = point[a], pointB = point[b], pointC = point[c], pointD = point[d];
        double weightA = weights[a], weightB = weights[b], weightC = weights[c], weightD = weights[d];
        for (int j = from; j < to; j++) {
            double differenceA = columnA[j] - pointA, differenceB = columnB[j] - pointB;
            double differenceC = columnC[j] - pointC, differenceD = columnD[j] - pointD;
            double sum = Math.fma(differenceA * differenceA, weightA, sums[j]);
            sum = Math.fma(differenceB * differenceB, weightB, sum);
            sum = Math.fma(differenceC * differenceC, weightC, sum);
            sums[j] = Math.fma(differenceD * differenceD, weightD, sum);
        }
    }

    private void addSquares(int dimension, double coordinate, double weight, double[] sums, int from, int to) {
        var column = columns[dimension];
        for (int j = from; j < to; j++) {
            double difference = column[j] - coordinate;
            sums[j] = Math.fma(difference * difference, weight, sums[j]);
        }
    }

    private void addMismatches(int dimension, double coordinate, double weight, double[] sums, int from, int to) {
        var column = columns[dimension];
        for (int j = from; j < to; j++) {
            sums[j] += column[j] == coordinate ? 0 : weight;
        }
    }

    /** Adds coefficient · weight · (x − x')², or coefficient · weight · [x ≠ x'] in a nominal dimension, to the sums of the first points. */
    void addSquares(int dimension, double coordinate, double weight, double[] coefficients, double[] sums, int length) {
        var column = columns[dimension];
        if (nominal[dimension]) {
            for (int j = 0; j < length; j++) {
                sums[j] += column[j] == coordinate ? 0 : weight * coefficients[j];
            }
            return;
        }
        for (int j = 0; j < length; j++) {
            double difference = column[j] - coordinate;
            sums[j] = Math.fma(weight * coefficients[j], difference * difference, sums[j]);
        }
    }

    /** Adds share · [x = x'] to the sums of the points in [from, to). */
    void addMatches(int dimension, double coordinate, double share, double[] sums, int from, int to) {
        var column = columns[dimension];
        for (int j = from; j < to; j++) {
            sums[j] += column[j] == coordinate ? share : 0;
        }
    }

    /** The same with a coefficient for each of the first points. */
    void addMatches(int dimension, double coordinate, double share, double[] coefficients, double[] sums, int length) {
        var column = columns[dimension];
        for (int j = 0; j < length; j++) {
            sums[j] += column[j] == coordinate ? share * coefficients[j] : 0;
        }
    }

    /** Adds share · (1 + weight · (x − x')²)⁻², or share · [x = x'] in a nominal dimension, to the sums of the points in [from, to). */
    void addRationals(int dimension, double coordinate, double weight, double share, double[] sums, int from, int to) {
        if (nominal[dimension]) {
            addMatches(dimension, coordinate, share, sums, from, to);
            return;
        }
        var column = columns[dimension];
        for (int j = from; j < to; j++) {
            double difference = column[j] - coordinate;
            double inverse = 1 / Math.fma(difference * difference, weight, 1);
            sums[j] = Math.fma(share * inverse, inverse, sums[j]);
        }
    }

    /**
     * Adds the same, with a coefficient for each of the first points, to one sum of each, and to another its derivative by ln ℓ where
     * weight is proportional to 1/ℓ².
     */
    void addRationals(
            int dimension,
            double coordinate,
            double weight,
            double share,
            double[] coefficients,
            double[] derivatives,
            double[] sums,
            int length) {
        if (nominal[dimension]) {
            addMatches(dimension, coordinate, share, coefficients, sums, length);
            return;
        }
        var column = columns[dimension];
        for (int j = 0; j < length; j++) {
            double difference = column[j] - coordinate;
            double square = difference * difference * weight;
            double inverse = 1 / (1 + square);
            double term = share * coefficients[j] * inverse * inverse;
            sums[j] += term;
            derivatives[j] = Math.fma(4 * term * square, inverse, derivatives[j]);
        }
    }

    /** Σ coefficients · ∂(1 + weight · (x − x')²)⁻²/∂x over the first points. */
    double rationalSlope(int dimension, double coordinate, double weight, double[] coefficients) {
        var column = columns[dimension];
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double difference = column[j] - coordinate;
            double inverse = 1 / Math.fma(difference * difference, weight, 1);
            sum = Math.fma(coefficients[j] * difference, inverse * inverse * inverse, sum);
        }
        return 4 * weight * sum;
    }
}
