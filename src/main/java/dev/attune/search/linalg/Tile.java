package dev.attune.search.linalg;

/**
 * The one kernel under all the others: target[p][q] −= Σₖ left[p][k]·right[q][k] for four rows p, four rows q and k in [from,
 * to). Sixteen running sums stay in registers while eight numbers are read for sixteen multiplications, which is what plain Java
 * needs to be limited by arithmetic and not by memory. The sums are taken in the order of k.
 */
final class Tile {
    /** Rows on a side. */
    static final int SIDE = 4;

    private Tile() {}

    /** The least multiple of the tile's side that is at least the size. */
    static int padded(int size) {
        return (size + SIDE - 1) / SIDE * SIDE;
    }

    /** Offsets are of the first row's first element; rows of all three arrays are {@code stride} apart. */
    static void subtract(
            double[] target,
            int at,
            double[] left,
            int leftAt,
            double[] right,
            int rightAt,
            int stride,
            int from,
            int to) {
        int l0 = leftAt, l1 = l0 + stride, l2 = l1 + stride, l3 = l2 + stride;
        int r0 = rightAt, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
        double s00 = 0, s01 = 0, s02 = 0, s03 = 0;
        double s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        double s20 = 0, s21 = 0, s22 = 0, s23 = 0;
        double s30 = 0, s31 = 0, s32 = 0, s33 = 0;
        for (int k = from; k < to; k++) {
            double a0 = left[l0 + k], a1 = left[l1 + k], a2 = left[l2 + k], a3 = left[l3 + k];
            double b = right[r0 + k];
            s00 = Math.fma(a0, b, s00);
            s10 = Math.fma(a1, b, s10);
            s20 = Math.fma(a2, b, s20);
            s30 = Math.fma(a3, b, s30);
            b = right[r1 + k];
            s01 = Math.fma(a0, b, s01);
            s11 = Math.fma(a1, b, s11);
            s21 = Math.fma(a2, b, s21);
            s31 = Math.fma(a3, b, s31);
            b = right[r2 + k];
            s02 = Math.fma(a0, b, s02);
            s12 = Math.fma(a1, b, s12);
            s22 = Math.fma(a2, b, s22);
            s32 = Math.fma(a3, b, s32);
            b = right[r3 + k];
            s03 = Math.fma(a0, b, s03);
            s13 = Math.fma(a1, b, s13);
            s23 = Math.fma(a2, b, s23);
            s33 = Math.fma(a3, b, s33);
        }
        subtractRow(target, at, s00, s01, s02, s03);
        subtractRow(target, at + stride, s10, s11, s12, s13);
        subtractRow(target, at + 2 * stride, s20, s21, s22, s23);
        subtractRow(target, at + 3 * stride, s30, s31, s32, s33);
    }

    private static void subtractRow(double[] target, int at, double s0, double s1, double s2, double s3) {
        target[at] -= s0;
        target[at + 1] -= s1;
        target[at + 2] -= s2;
        target[at + 3] -= s3;
    }
}
