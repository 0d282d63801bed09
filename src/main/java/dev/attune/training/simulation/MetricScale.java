package dev.attune.training.simulation;

/**
 * Plausible values of a metric.
 *
 * @param best at the best configuration there is, without noise
 * @param worst at the worst
 * @param untrained before the first epoch
 * @param low no value is below
 * @param high no value is above
 */
record MetricScale(double best, double worst, double untrained, double low, double high) {
    private static final double TRAINING_ADVANTAGE = 0.3;

    /** The scale that fits the name; {@code draw} varies it a little. */
    static MetricScale of(MetricName name, Draw draw) {
        var level = draw.with("level").uniform();
        var scale = ofFamily(name.family(), level);
        return name.onTrainingData() ? scale.onTrainingData() : scale;
    }

    private static MetricScale ofFamily(MetricName.Family family, double level) {
        return switch (family) {
            case SCORE -> new MetricScale(0.88 + 0.09 * level, 0.52 + 0.08 * level, 0.45 + 0.05 * level, 0, 1);
            case ERROR_RATE -> new MetricScale(0.03 + 0.08 * level, 0.40 + 0.08 * level, 0.5, 0, 1);
            case LOSS -> falling(0.15 + 0.20 * level, 4);
            case DEVIATION -> falling(2.0 + 4.0 * level, 4);
            case PERPLEXITY -> falling(40 + 40 * level, 4);
            case REWARD -> new MetricScale(80 + 20 * level, 10, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            case NEGATIVE_LOSS -> falling(0.15 + 0.20 * level, 4).negated();
        };
    }

    private static MetricScale falling(double floor, double ratio) {
        return new MetricScale(floor, floor * ratio, floor * ratio * 1.5, floor / 2, Double.POSITIVE_INFINITY);
    }

    private MetricScale negated() {
        return new MetricScale(-best, -worst, -untrained, -high, -low);
    }

    private MetricScale onTrainingData() {
        var ideal = Double.isFinite(high) && best > worst ? high : Math.max(low, 0);
        return best < 0 ? this : new MetricScale(towards(best, ideal), towards(worst, ideal), untrained, low / 2, high);
    }

    private static double towards(double value, double ideal) {
        return value + TRAINING_ADVANTAGE * (ideal - value);
    }

    double clamped(double value) {
        return Math.max(low, Math.min(high, value));
    }

    /** The value at a badness from 0, the best, to 1, the worst. */
    double at(double badness) {
        return best + (worst - best) * badness;
    }

    double span() {
        return Math.abs(worst - best);
    }
}
