package dev.attune.search.warp;

import java.util.Arrays;

/**
 * Values of which the worse half keeps its order only: above the median they become normal quantiles with the spread of the good
 * half. Then the distance to the best is pressed logarithmically. What is far from the best can no longer shape the model (Song et
 * al. 2024, "The Vizier Gaussian process bandit algorithm", arXiv 2408.11527, section 3.2).
 */
final class Ranked {
    /** How strongly distances to the best are pressed; 1 would leave them. */
    private static final double OFFSET = 1.5;

    private Ranked() {}

    /** Transforms finite values of any size, at least one. */
    static double[] of(double[] raw) {
        var standardised = Standardised.of(raw).values();
        return Standardised.of(press(replaceWorseHalf(standardised))).values();
    }

    private static double[] replaceWorseHalf(double[] values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double spread = spreadBelow(sorted, median);
        if (spread == 0) {
            return values;
        }
        var worse =
                Arrays.stream(sorted).filter(value -> value > median).distinct().toArray();
        var replaced = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > median) {
                double rank = (Arrays.binarySearch(worse, values[i]) + 0.5) / worse.length;
                replaced[i] = median + spread * NormalQuantile.of(0.5 + rank / 2);
            }
        }
        return replaced;
    }

    /** The root mean square of the distances to the median, over the values that are not worse. */
    private static double spreadBelow(double[] sorted, double median) {
        double squares = 0;
        int count = 0;
        for (double value : sorted) {
            if (value <= median) {
                squares += (value - median) * (value - median);
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    private static double[] press(double[] values) {
        double best = Arrays.stream(values).min().orElseThrow();
        double range = Arrays.stream(values).max().orElseThrow() - best;
        if (!(range > 0)) {
            return values;
        }
        return Arrays.stream(values)
                .map(value -> StrictMath.log1p((value - best) / range * (OFFSET - 1)))
                .toArray();
    }
}
