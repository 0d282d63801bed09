package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.TrainingJob;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Metrics by formula, with a learning curve and noise. */
final class FormulaMetrics implements MetricSource {
    private static final int MOST = 40;
    private static final int MOST_PARTS = 2000;

    private final Map<String, Formula> formulas = new LinkedHashMap<>();
    private final Set<String> changing = new HashSet<>();
    private final LearningCurve curve;
    private final Noise noise;

    FormulaMetrics(Field field, LearningCurve curve, Noise noise) {
        this.curve = curve;
        this.noise = noise;
        var fields = field.entries(MOST);
        fields.forEach((name, formula) -> formulas.put(name, Formula.of(formula, Place.METRIC)));
        if (formulas.values().stream().mapToInt(Formula::parts).sum() > MOST_PARTS) {
            throw field.wrong("all formulas together have more than [%d] parts".formatted(MOST_PARTS));
        }
        var done = new HashSet<String>();
        fields.forEach((name, formula) -> visit(name, formula, new HashSet<>(), done));
    }

    /** Follows a formula to the metrics that it speaks of; a circle is refused. */
    private void visit(String name, Field field, Set<String> above, Set<String> done) {
        if (done.contains(name)) {
            return;
        }
        var formula = formulas.get(name);
        if (formula == null) {
            throw field.wrong("there is no metric [%s]".formatted(Field.shown(name)));
        }
        if (!above.add(name)) {
            throw field.wrong("the metric [%s] is defined by itself".formatted(Field.shown(name)));
        }
        if (formula.changes()) {
            changing.add(name);
        }
        for (var other : formula.metrics()) {
            visit(other, field, above, done);
            if (changing.contains(other)) {
                changing.add(name);
            }
        }
        above.remove(name);
        done.add(name);
    }

    @Override
    public Set<String> names() {
        return formulas.keySet();
    }

    @Override
    public Series of(TrainingJob job) {
        return (metric, epochs, epoch, progress) -> {
            var scope = Scope.of(job).training(epochs).after(epoch, progress, formulas);
            var limit = scope.metric(metric);
            var value = changing.contains(metric) ? limit : curve.value(scope, metric, limit);
            return noise.on(scope, metric, value);
        };
    }
}
