package dev.attune.search.linalg;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Cholesky factor of a symmetric positive-definite matrix, and what is solved with it. The factor is kept padded with rows of
 * the unit matrix to a multiple of four rows, so that every kernel works on whole tiles; {@link #stride} is the padded size.
 */
public final class Cholesky {
    private final double[] lower;
    private final int size;
    private final int stride;

    private Cholesky(double[] lower, int size, int stride) {
        this.lower = lower;
        this.size = size;
        this.stride = stride;
    }

    /** The padded size for a matrix of that many rows. */
    public static int stride(int size) {
        return Tile.padded(size);
    }

    /**
     * Factors the matrix in O(n³/3) fused multiply-adds.
     *
     * @param matrix n rows, {@code stride(n)} apart, with room for {@code stride(n)} rows; only the lower triangle is read;
     *     overwritten and kept
     * @return empty where the matrix is not positive definite to rounding, or has a NaN
     */
    public static Optional<Cholesky> factor(double[] matrix, int size) {
        int stride = stride(size);
        for (int row = size; row < stride; row++) {
            Arrays.fill(matrix, row * stride, (row + 1) * stride, 0);
            matrix[row * stride + row] = 1;
        }
        for (int row = 0; row < stride; row += Tile.SIDE) {
            reduceTileRow(matrix, row, stride);
            Tile.subtract(matrix, row * stride + row, matrix, row * stride, matrix, row * stride, stride, 0, row);
            if (!factorDiagonal(matrix, row, stride)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Cholesky(matrix, size, stride));
    }

    public int size() {
        return size;
    }

    /** Distance between rows in the arrays that the methods below take. */
    public int stride() {
        return stride;
    }

    /** ln det A. */
    public double logDeterminant() {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += StrictMath.log(lower[row * stride + row]);
        }
        return 2 * sum;
    }

    /** The element (row, column) of L, column ≤ row. */
    public double lower(int row, int column) {
        return lower[row * stride + column];
    }

    /** Overwrites v with the solution x of L·x = v, for the first {@code count} rows of L. O(count²). */
    public void forward(double[] vector, int count) {
        for (int row = 0; row < count; row++) {
            double sum = vector[row] - Vectors.dot(lower, row * stride, vector, 0, row);
            vector[row] = sum / lower[row * stride + row];
        }
    }

    /** Overwrites v with the solution x of Lᵀ·x = v, for the first {@code count} rows of L. O(count²). */
    public void backward(double[] vector, int count) {
        for (int row = count - 1; row >= 0; row--) {
            vector[row] /= lower[row * stride + row];
            Vectors.add(vector, 0, -vector[row], lower, row * stride, row);
        }
    }

    /**
     * Overwrites each row v of the array with the solution x of L·x = v.
     *
     * @param rows {@code stride} apart, their number a multiple of four; their elements beyond n are zero
     */
    public void forwardRows(double[] rows, int count) {
        for (int column = 0; column < stride; column += Tile.SIDE) {
            for (int row = 0; row < count; row += Tile.SIDE) {
                int at = row * stride;
                Tile.subtract(rows, at + column, rows, at, lower, column * stride, stride, 0, column);
                solveTile(rows, at + column, lower, column, stride);
            }
        }
    }

    /** A⁻¹, lower triangle, rows {@code stride} apart. O(2n³/3). */
    public double[] inverse() {
        var transposed = inverseFactorTransposed();
        var inverse = new double[stride * stride];
        for (int row = 0; row < stride; row += Tile.SIDE) {
            for (int column = 0; column <= row; column += Tile.SIDE) {
                int at = row * stride + column;
                Tile.subtract(inverse, at, transposed, row * stride, transposed, column * stride, stride, row, stride);
            }
        }
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = -inverse[i];
        }
        return inverse;
    }

    /**
     * The diagonal of the inverse of A's leading block of {@code count} rows, whose factor is L's leading block. O(n³/6).
     *
     * @param count at most n
     */
    public double[] inverseDiagonal(int count) {
        var transposed = inverseFactorTransposed();
        var diagonal = new double[count];
        for (int i = 0; i < count; i++) {
            int at = i * stride + i;
            diagonal[i] = Vectors.dot(transposed, at, transposed, at, count - i);
        }
        return diagonal;
    }

    /** L⁻ᵀ: row j is the solution of L·x = eⱼ, zero before element j. */
    private double[] inverseFactorTransposed() {
        var rows = new double[stride * stride];
        for (int row = 0; row < stride; row += Tile.SIDE) {
            for (int p = 0; p < Tile.SIDE; p++) {
                rows[(row + p) * stride + row + p] = 1;
            }
            for (int column = row; column < stride; column += Tile.SIDE) {
                int at = row * stride + column;
                Tile.subtract(rows, at, rows, row * stride, lower, column * stride, stride, row, column);
                solveTile(rows, at, lower, column, stride);
            }
        }
        return rows;
    }

    /** Turns four rows of A, left of the diagonal tile, into rows of L. */
    private static void reduceTileRow(double[] matrix, int row, int stride) {
        for (int column = 0; column < row; column += Tile.SIDE) {
            int at = row * stride + column;
            Tile.subtract(matrix, at, matrix, row * stride, matrix, column * stride, stride, 0, column);
            solveTile(matrix, at, matrix, column, stride);
        }
    }

    /** The 4 × 4 triangular solve at the end of a tile row. */
    private static void solveTile(double[] rows, int at, double[] lower, int column, int stride) {
        for (int q = 0; q < Tile.SIDE; q++) {
            int diagonal = (column + q) * stride + column;
            double reciprocal = 1 / lower[diagonal + q];
            for (int p = 0; p < Tile.SIDE; p++) {
                int row = at + p * stride;
                double sum = rows[row + q];
                for (int k = 0; k < q; k++) {
                    sum = Math.fma(-rows[row + k], lower[diagonal + k], sum);
                }
                rows[row + q] = sum * reciprocal;
            }
        }
    }

    private static boolean factorDiagonal(double[] matrix, int start, int stride) {
        for (int row = start; row < start + Tile.SIDE; row++) {
            for (int column = start; column <= row; column++) {
                double sum = matrix[row * stride + column];
                for (int k = start; k < column; k++) {
                    sum = Math.fma(-matrix[row * stride + k], matrix[column * stride + k], sum);
                }
                if (column < row) {
                    matrix[row * stride + column] = sum / matrix[column * stride + column];
                } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
                    matrix[row * stride + row] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }
}
