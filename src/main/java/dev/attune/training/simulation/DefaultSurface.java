package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.OptionalDouble;

/** The surface of any image that has no workload of its own: its {@link Landscape} on the metric's scale, with a little noise. */
final class DefaultSurface implements Workload.Surface {
    /** The noise's standard deviation, as a part of the distance from the best value to the worst. */
    private static final double NOISE = 0.008;

    @Override
    public OptionalDouble limit(TrainingJob job, String metric) {
        var name = MetricName.of(job, metric);
        var scale = scale(job, name);
        var value = scale.at(Landscape.of(job, name).badness());
        var noise = Draw.of(job.seed(), job.trial(), "noise", metric).gaussian() * NOISE * scale.span();
        return OptionalDouble.of(scale.clamped(value + noise));
    }

    static MetricScale scale(TrainingJob job, MetricName name) {
        return MetricScale.of(name, Draw.of("scale", job.image(), name.base()));
    }
}
