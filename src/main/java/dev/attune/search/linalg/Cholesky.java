package dev.attune.search.linalg;

import java.util.Optional;

/**
 * The Cholesky factor of a symmetric positive-definite matrix, and what is solved with it. It is kept by the columns of L, which are the rows
 * of Lᵀ: every method eliminates one unknown after another from whole rows, four unknowns at a time. Each element is the same
 * sum in the same order whatever else is computed with it, so that a factor that grew row by row has the bits of one computed at once.
 */
public final class Cholesky {
    private static final int GROUP = 4;

    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.upper = upper;
    }

    /**
     * Factors the matrix in O(n³/6) fused multiply-adds.
     *
     * @param matrix n × n; only the upper triangle is read; overwritten and kept
     * @return empty where the matrix is not positive definite to rounding, or has a NaN
     */
    public static Optional<Cholesky> factor(double[][] matrix) {
        return factor(matrix, 0);
    }

    /**
     * The same where the factor of the leading block is known already. O(n²m/2) for m rows more.
     *
     * @param known the size of that block, in whose place the matrix has its Lᵀ; see {@link #copyBlock}
     */
    public static Optional<Cholesky> factor(double[][] matrix, int known) {
        int size = matrix.length;
        for (int start = 0; start < size; start += GROUP) {
            int end = Math.min(size, start + GROUP);
            for (int k = start; k < end; k++) {
                if (k >= known && !takeRoot(matrix[k], k)) {
                    return Optional.empty();
                }
                Vectors.scale(matrix[k], 1 / matrix[k][k], Math.max(k + 1, known), size);
                for (int i = k + 1; i < end; i++) {
                    Vectors.add(matrix[i], -matrix[k][i], matrix[k], Math.max(i, known), size);
                }
            }
            for (int i = end; i < size; i++) {
                Vectors.addRows(matrix[i], -1, matrix, i, matrix, start, end, Math.max(i, known), size);
            }
        }
        return Optional.of(new Cholesky(matrix));
    }

    private static boolean takeRoot(double[] row, int k) {
        double pivot = row[k];
        row[k] = Math.sqrt(pivot);
        return pivot > 0 && pivot < Double.POSITIVE_INFINITY;
    }

    /** The element (row, column) of L, column ≤ row. */
    public double lower(int row, int column) {
        return upper[column][row];
    }

    /** Copies Lᵀ of the leading block to the leading block of another matrix. */
    public void copyBlock(int count, double[][] target) {
        for (int k = 0; k < count; k++) {
            System.arraycopy(upper[k], k, target[k], k, count - k);
        }
    }

    /** ln det A. */
    public double logDeterminant() {
        double sum = 0;
        for (int k = 0; k < upper.length; k++) {
            sum += StrictMath.log(upper[k][k]);
        }
        return 2 * sum;
    }

    /** Overwrites v with the solution x of L·x = v, for the first {@code count} rows of L. O(count²/2). */
    public void forward(double[] vector, int count) {
        for (int start = 0; start < count; start += GROUP) {
            int end = Math.min(count, start + GROUP);
            for (int k = start; k < end; k++) {
                vector[k] *= 1 / upper[k][k];
                Vectors.add(vector, -vector[k], upper[k], k + 1, end);
            }
            if (end < count) {
                double f0 = -vector[start], f1 = -vector[start + 1], f2 = -vector[start + 2], f3 = -vector[start + 3];
                Vectors.addFour(vector, f0, f1, f2, f3, upper, start, end, count);
            }
        }
    }

    /** Overwrites v with the solution x of Lᵀ·x = v, for the first {@code count} rows of L. O(count²/2). */
    public void backward(double[] vector, int count) {
        for (int k = count - 1; k >= 0; k--) {
            vector[k] = (vector[k] - Vectors.dot(upper[k], vector, k + 1, count)) / upper[k][k];
        }
    }

    /** Overwrites v with the solution x of A·x = v, for A's leading block of {@code count} rows. O(count²). */
    public void solve(double[] vector, int count) {
        forward(vector, count);
        backward(vector, count);
    }

    /**
     * Overwrites X with L⁻¹·X: {@link #forward(double[], int)} for each column. O(n²m/2).
     *
     * @param rows n × m
     */
    public void forward(double[][] rows) {
        eliminate(rows, rows.length == 0 ? 0 : rows[0].length, false);
    }

    /** A⁻¹, lower triangle. O(n³/3). */
    public double[][] inverse() {
        int size = upper.length;
        var factor = inverseFactor(size);
        var inverse = new double[size][size];
        for (int start = 0; start < size; start += GROUP) {
            int end = Math.min(size, start + GROUP);
            for (int i = 0; i < end; i++) {
                Vectors.addRows(inverse[i], 1, factor, i, factor, start, end, 0, i + 1);
            }
        }
        return inverse;
    }

    /**
     * The diagonal of the inverse of A's leading block of {@code count} rows, whose factor is L's leading block. O(n³/6).
     *
     * @param count at most n
     */
    public double[] inverseDiagonal(int count) {
        var factor = inverseFactor(count);
        var diagonal = new double[count];
        for (int k = 0; k < count; k++) {
            Vectors.addSquares(diagonal, factor[k], 0, k + 1);
        }
        return diagonal;
    }

    /** L⁻¹ of the leading block. */
    private double[][] inverseFactor(int count) {
        var rows = new double[count][count];
        for (int k = 0; k < count; k++) {
            rows[k][k] = 1;
        }
        eliminate(rows, count, true);
        return rows;
    }

    /** Overwrites the rows X with L⁻¹·X; where X is triangular, row k has nothing beyond its group. */
    private void eliminate(double[][] rows, int width, boolean triangular) {
        for (int start = 0; start < rows.length; start += GROUP) {
            int end = Math.min(rows.length, start + GROUP);
            int to = triangular ? end : width;
            for (int k = start; k < end; k++) {
                Vectors.scale(rows[k], 1 / upper[k][k], 0, to);
                for (int i = k + 1; i < end; i++) {
                    Vectors.add(rows[i], -upper[k][i], rows[k], 0, to);
                }
            }
            for (int i = end; i < rows.length; i++) {
                Vectors.addRows(rows[i], -1, upper, i, rows, start, end, 0, to);
            }
        }
    }
}
