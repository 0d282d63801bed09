package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.simulation.Draw;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.List;

/**
 * Chance in the values of metrics.
 *
 * @param deviation of a training job's values, all by the same amount
 * @param epochDeviation of each epoch's values, besides
 * @param low no value is below
 * @param high no value is above
 */
record Noise(Formula.Term deviation, Formula.Term epochDeviation, double low, double high) {
    static final List<String> MEMBERS = List.of("sd", "epochs", "clip");
    static final Noise NONE = new Noise(scope -> 0, scope -> 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Noise of(Field field) {
        if (!field.isMapping()) {
            return new Noise(Formula.of(field, Place.METRIC).term(), NONE.epochDeviation, NONE.low, NONE.high);
        }
        var members = field.members(MEMBERS);
        var clip = members.find("clip");
        var bounds = clip.map(f -> f.items(2)).orElse(List.of());
        if (clip.isPresent()
                && (bounds.size() != 2
                        || !(bounds.get(0).number() <= bounds.get(1).number()))) {
            throw clip.get().wrong("must be two numbers, the lower one first");
        }
        return new Noise(
                members.read("sd", f -> Formula.of(f, Place.METRIC).term(), NONE.deviation),
                members.read("epochs", f -> Formula.of(f, Place.METRIC).term(), NONE.epochDeviation),
                bounds.isEmpty() ? NONE.low : bounds.get(0).number(),
                bounds.isEmpty() ? NONE.high : bounds.get(1).number());
    }

    double on(Scope scope, String metric, double value) {
        var job = scope.job();
        var whole = Draw.of(job.seed(), job.trial(), "noise", metric);
        var noise = deviation.value(scope) * whole.gaussian()
                + epochDeviation.value(scope) * whole.with((int) scope.epoch()).gaussian();
        return Math.max(low, Math.min(high, value + noise));
    }
}
