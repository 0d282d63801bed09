package dev.attune.search.linalg;

/** Sums and products of stretches of arrays. */
public final class Vectors {
    private Vectors() {}

    /** Σ left·right over {@code length} elements, in four interleaved sums. */
    public static double dot(double[] left, int leftAt, double[] right, int rightAt, int length) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int k = 0;
        for (; k + 4 <= length; k += 4) {
            s0 = Math.fma(left[leftAt + k], right[rightAt + k], s0);
            s1 = Math.fma(left[leftAt + k + 1], right[rightAt + k + 1], s1);
            s2 = Math.fma(left[leftAt + k + 2], right[rightAt + k + 2], s2);
            s3 = Math.fma(left[leftAt + k + 3], right[rightAt + k + 3], s3);
        }
        for (; k < length; k++) {
            s0 = Math.fma(left[leftAt + k], right[rightAt + k], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** target += factor·source over {@code length} elements. */
    public static void add(double[] target, int at, double factor, double[] source, int sourceAt, int length) {
        for (int k = 0; k < length; k++) {
            target[at + k] = Math.fma(factor, source[sourceAt + k], target[at + k]);
        }
    }
}
