package dev.attune.search.linalg;

/**
 * The decaying exponential, in operations that are exactly specified, so that it gives the same bits on every machine as {@link
 * StrictMath#exp} does, at a fraction of its cost.
 */
public final class Decay {
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has zeros at its end, so that its multiples are exact. */
    private static final double LN2_HIGH = 0.6931471803691238;

    private static final double LN2_LOW = 1.9082149292705877e-10;
    /** From here on the result is 0; the least normal number is near exp(−708). */
    private static final double VANISHED = 700;

    private Decay() {}

    /**
     * exp(−x) of the elements in [from, to), to a relative error below 6e-16; the rest of the result is 0.
     *
     * @param elements at least 0, not NaN
     */
    public static double[] of(double[] elements, int from, int to) {
        var halvings = new double[to];
        for (int i = from; i < to; i++) {
            halvings[i] = Math.rint(elements[i] * LOG2_E);
        }
        var results = new double[to];
        for (int i = from; i < to; i++) {
            results[i] = taylor(Math.fma(halvings[i], LN2_LOW, Math.fma(halvings[i], LN2_HIGH, -elements[i])));
        }
        for (int i = from; i < to; i++) {
            results[i] = elements[i] > VANISHED ? 0 : results[i] * powerOfHalf(halvings[i]);
        }
        return results;
    }

    private static double powerOfHalf(double exponent) {
        return Double.longBitsToDouble((1023 - (long) exponent) << 52);
    }

    /** exp of at most ln 2 / 2 in size: thirteen terms of its series. */
    private static double taylor(double x) {
        double sum = 1.0 / 479001600;
        sum = Math.fma(sum, x, 1.0 / 39916800);
        sum = Math.fma(sum, x, 1.0 / 3628800);
        sum = Math.fma(sum, x, 1.0 / 362880);
        sum = Math.fma(sum, x, 1.0 / 40320);
        sum = Math.fma(sum, x, 1.0 / 5040);
        sum = Math.fma(sum, x, 1.0 / 720);
        sum = Math.fma(sum, x, 1.0 / 120);
        sum = Math.fma(sum, x, 1.0 / 24);
        sum = Math.fma(sum, x, 1.0 / 6);
        sum = Math.fma(sum, x, 1.0 / 2);
        sum = Math.fma(sum, x, 1);
        return Math.fma(sum, x, 1);
    }
}
