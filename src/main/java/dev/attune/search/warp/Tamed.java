package dev.attune.search.warp;

import java.util.Arrays;

/**
 * Standardised values with their bad tail pressed down and their skewness taken out: values far above the median grow with their
 * logarithm only, then the Yeo-Johnson transform (2000) with the most probable power makes the rest as normal as it can. The
 * order of the values stays.
 */
final class Tamed {
    /** How many deviations of the good half a value may stand above the median before it is pressed. */
    private static final double FREE = 5;

    private static final double LARGEST_POWER = 3;
    private static final double POWER_STEP = 0.125;

    private Tamed() {}

    /** Transforms finite values of any size, at least one. */
    static double[] of(double[] raw) {
        var pressed = Standardised.of(press(Standardised.of(raw).values())).values();
        double bestScore = Double.NEGATIVE_INFINITY;
        var best = pressed;
        for (double power = -LARGEST_POWER + 1; power <= LARGEST_POWER + 1; power += POWER_STEP) {
            var candidate = yeoJohnson(pressed, power);
            double score = score(pressed, candidate, power);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return Standardised.of(best).values();
    }

    private static double[] press(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double squares = 0;
        int good = sorted.length / 2 + 1;
        for (int i = 0; i < good; i++) {
            squares += (median - sorted[i]) * (median - sorted[i]) / good;
        }
        double unit = Math.sqrt(squares);
        if (unit == 0) {
            return values;
        }
        double free = Math.max(FREE * unit, 1.5 * (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]));
        var pressed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double excess = (values[i] - median - free) / unit;
            pressed[i] = excess > 0 ? median + free + unit * StrictMath.log1p(excess) : values[i];
        }
        return pressed;
    }

    static double[] yeoJohnson(double[] values, double power) {
        var transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transformed[i] = values[i] >= 0 ? rise(values[i], power) : -rise(-values[i], 2 - power);
        }
        return transformed;
    }

    /** ((1 + v)^power − 1)/power for v ≥ 0. */
    private static double rise(double value, double power) {
        double logarithm = StrictMath.log1p(value);
        return power == 0 ? logarithm : StrictMath.expm1(power * logarithm) / power;
    }

    /** Log likelihood of a power under normal transformed values, with a normal prior around 1 (no change). */
    private static double score(double[] values, double[] transformed, double power) {
        double mean = Arrays.stream(transformed).sum() / transformed.length;
        double squares = 0;
        double jacobian = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (transformed[i] - mean) * (transformed[i] - mean);
            jacobian += Math.signum(values[i]) * StrictMath.log1p(Math.abs(values[i]));
        }
        double variance = Math.max(squares / values.length, Double.MIN_NORMAL);
        return -values.length * StrictMath.log(variance) / 2 + (power - 1) * jacobian - (power - 1) * (power - 1) / 2;
    }
}
