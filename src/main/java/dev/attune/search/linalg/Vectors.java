package dev.attune.search.linalg;

/**
 * Sums and products of arrays. Where elements do not depend on each other, the loops are such as C2 of JDK 17 turns into vector
 * instructions: one target, few sources, each an array of its own, the same index everywhere.
 */
public final class Vectors {
    private Vectors() {}

    /** Σ left·right over elements [from, to), in four interleaved sums. */
    public static double dot(double[] left, double[] right, int from, int to) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int k = from;
        for (; k + 4 <= to; k += 4) {
            s0 = Math.fma(left[k], right[k], s0);
            s1 = Math.fma(left[k + 1], right[k + 1], s1);
            s2 = Math.fma(left[k + 2], right[k + 2], s2);
            s3 = Math.fma(left[k + 3], right[k + 3], s3);
        }
        for (; k < to; k++) {
            s0 = Math.fma(left[k], right[k], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Σ left·right over the first elements, one after the other: what {@link #add} sums for many at once, to the bit. */
    public static double dotInOrder(double[] left, double[] right, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum = Math.fma(left[k], right[k], sum);
        }
        return sum;
    }

    /** The sum of all elements, in four interleaved sums. */
    public static double sum(double[] elements) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int k = 0;
        for (; k + 4 <= elements.length; k += 4) {
            s0 += elements[k];
            s1 += elements[k + 1];
            s2 += elements[k + 2];
            s3 += elements[k + 3];
        }
        for (; k < elements.length; k++) {
            s0 += elements[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** target += factor·source over elements [from, to). */
    public static void add(double[] target, double factor, double[] source, int from, int to) {
        for (int k = from; k < to; k++) {
            target[k] = Math.fma(factor, source[k], target[k]);
        }
    }

    /** target += source² over elements [from, to). */
    public static void addSquares(double[] target, double[] source, int from, int to) {
        for (int k = from; k < to; k++) {
            target[k] = Math.fma(source[k], source[k], target[k]);
        }
    }

    static void scale(double[] target, double factor, int from, int to) {
        for (int k = from; k < to; k++) {
            target[k] *= factor;
        }
    }

    /**
     * target += sign·Σₚ factors[p][column]·rows[p] over elements [from, to) and the rows p in [start, end), of which there are at most
     * four, in their order.
     */
    static void addRows(
            double[] target,
            double sign,
            double[][] factors,
            int column,
            double[][] rows,
            int start,
            int end,
            int from,
            int to) {
        if (end - start == 4) {
            double f0 = sign * factors[start][column], f1 = sign * factors[start + 1][column];
            double f2 = sign * factors[start + 2][column], f3 = sign * factors[start + 3][column];
            addFour(target, f0, f1, f2, f3, rows, start, from, to);
            return;
        }
        for (int p = start; p < end; p++) {
            add(target, sign * factors[p][column], rows[p], from, to);
        }
    }

    /**
     * target += f0·rows[start] + f1·rows[start + 1] + f2·rows[start + 2] + f3·rows[start + 3] over elements [from, to), in that order: four
     * multiplications for each element that is loaded and stored.
     */
    static void addFour(
            double[] target, double f0, double f1, double f2, double f3, double[][] rows, int start, int from, int to) {
        var row0 = rows[start];
        var row1 = rows[start + 1];
        var row2 = rows[start + 2];
        var row3 = rows[start + 3];
        for (int k = from; k < to; k++) {
            double two = Math.fma(f1, row1[k], Math.fma(f0, row0[k], target[k]));
            target[k] = Math.fma(f3, row3[k], Math.fma(f2, row2[k], two));
        }
    }
}
