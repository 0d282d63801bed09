package dev.attune.tuning;

import java.util.Arrays;

/** The median of some numbers. */
final class Medians {
    private Medians() {}

    /** The middle one, or the mean of the middle two; of at least one. */
    static double of(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
    }
}
