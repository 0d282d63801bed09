package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;

/** An exponential approach from the untrained value, with noise that fades as training goes on. */
final class DefaultCurve implements Workload.Curve {
    private static final double NOISE = 0.015;

    @Override
    public double value(TrainingJob job, String metric, double limit, double progress) {
        if (progress >= 1) {
            return limit;
        }
        var scale = DefaultSurface.scale(job, MetricName.of(job, metric));
        var rate = Draw.of(job.seed(), job.trial(), "rate").between(4, 6);
        var clean = limit + (scale.untrained() - limit) * Decay.after(progress, rate);
        var step = Math.round(progress * 1_000_000);
        var noise = Draw.of(job.seed(), job.trial(), "curve", metric, step).gaussian();
        return scale.clamped(clean + noise * NOISE * scale.span() * (1 - progress));
    }
}
