package dev.attune.search.gp;

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

    /** How many of the dimensions are nominal. */
    public int nominals() {
        int count = 0;
        for (boolean is : nominal) {
            count += is ? 1 : 0;
        }
        return count;
    }

    /** Adds share · [x = x'] to each of the sums from {@code at}. */
    void addMatches(int dimension, double coordinate, double share, double[] sums, int at, int length) {
        var column = columns[dimension];
        for (int j = 0; j < length; j++) {
            sums[at + j] += column[j] == coordinate ? share : 0;
        }
    }

    /** Σ coefficients · [x = x'] over the first points. */
    double sumOfMatches(int dimension, double coordinate, double[] coefficients, int length) {
        var column = columns[dimension];
        double sum = 0;
        for (int j = 0; j < length; j++) {
            sum += column[j] == coordinate ? coefficients[j] : 0;
        }
        return sum;
    }

    /** Adds share · (1 + weight · (x − x')²)⁻² to each of the sums from {@code at}, or share · [x = x'] in a nominal dimension. */
    void addRationals(
            int dimension, double coordinate, double weight, double share, double[] sums, int at, int length) {
        if (nominal[dimension]) {
            addMatches(dimension, coordinate, share, sums, at, length);
            return;
        }
        var column = columns[dimension];
        for (int j = 0; j < length; j++) {
            double difference = column[j] - coordinate;
            double inverse = 1 / Math.fma(difference * difference, weight, 1);
            sums[at + j] = Math.fma(share * inverse, inverse, sums[at + j]);
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

    /**
     * Σ coefficients · r over the first points, with r as {@link #addRationals} has it, and Σ coefficients · ∂r/∂ln ℓ where weight is
     * proportional to 1/ℓ².
     *
     * @param sums overwritten with the two
     */
    void rationalSums(
            int dimension, double coordinate, double weight, double[] coefficients, int length, double[] sums) {
        var column = columns[dimension];
        double value = nominal[dimension] ? sumOfMatches(dimension, coordinate, coefficients, length) : 0;
        double slope = 0;
        for (int j = 0; j < length && !nominal[dimension]; j++) {
            double difference = column[j] - coordinate;
            double square = difference * difference * weight;
            double inverse = 1 / (1 + square);
            double term = coefficients[j] * inverse * inverse;
            value += term;
            slope = Math.fma(term * square, inverse, slope);
        }
        sums[0] = value;
        sums[1] = 4 * slope;
    }
}
