package dev.attune.search.warp;

/** Values moved to mean 0 and scaled to variance 1; all zero where they were all equal. */
public final class Standardised {
    /** A spread below this share of the values' size is rounding. */
    private static final double CONSTANT = 1e-14;

    private final double[] values;
    private final double centre;
    private final double spread;

    private Standardised(double[] values, double centre, double spread) {
        this.values = values;
        this.centre = centre;
        this.spread = spread;
    }

    /** Standardises finite values of any size, at least one: they are scaled first, so that squares do not overflow. */
    public static Standardised of(double[] raw) {
        double size = 0;
        for (double value : raw) {
            size = Math.max(size, Math.abs(value));
        }
        if (size == 0) {
            return new Standardised(new double[raw.length], 0, 0);
        }
        double mean = 0;
        for (double value : raw) {
            mean += value / size / raw.length;
        }
        double squares = 0;
        for (double value : raw) {
            double difference = value / size - mean;
            squares += difference * difference / raw.length;
        }
        double deviation = Math.sqrt(squares);
        var values = new double[raw.length];
        if (deviation <= CONSTANT) {
            return new Standardised(values, mean * size, 0);
        }
        for (int i = 0; i < raw.length; i++) {
            values[i] = (raw[i] / size - mean) / deviation;
        }
        return new Standardised(values, mean * size, deviation * size);
    }

    /** Not copied. */
    public double[] values() {
        return values;
    }

    /** A standardised value in raw units, kept finite. */
    public double raw(double value) {
        double raw = centre + value * spread;
        return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, raw));
    }
}
