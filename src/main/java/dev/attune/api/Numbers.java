package dev.attune.api;

/** Numbers as AWS's answers carry them. */
public final class Numbers {
    private Numbers() {}

    // AWS: a metric's value is a 32-bit float widened to a double, as recorded answers show. What is beyond it is its
    // largest number: JSON has no infinity.
    public static double metric(double value) {
        return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, (float) value));
    }
}
