package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Members;
import dev.attune.training.simulation.Decay;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How metrics come from their first value to their last.
 *
 * @param epochs how many there are; null where the job's hyperparameters say so
 * @param start by metric; the empty name is that of all others. Without a start a metric has its last value from the beginning
 * @param part how much of the way is done after an epoch
 */
record LearningCurve(@Nullable Formula epochs, Map<String, Formula> start, ToDoubleFunction<Scope> part) {
    static final List<String> MEMBERS = List.of("epochs", "shape", "rate", "start");
    static final LearningCurve NONE = new LearningCurve(null, Map.of(), scope -> 1);
    private static final String OTHERS = "";
    private static final int MOST = 40;

    static LearningCurve of(Field field) {
        var members = field.members(MEMBERS);
        return new LearningCurve(
                members.find("epochs").map(f -> Formula.of(f, Place.JOB)).orElse(null),
                members.read("start", LearningCurve::starts, Map.of()),
                part(members));
    }

    private static Map<String, Formula> starts(Field field) {
        if (!field.isMapping()) {
            return Map.of(OTHERS, Formula.of(field, Place.METRIC));
        }
        var starts = new HashMap<String, Formula>();
        field.entries(MOST).forEach((metric, start) -> starts.put(metric, Formula.of(start, Place.METRIC)));
        return starts;
    }

    private static ToDoubleFunction<Scope> part(Members members) {
        var shape = members.find("shape");
        var rate = members.read("rate", LearningCurve::rate, 0.2);
        var word = shape.map(Field::text).orElse("exponential");
        return switch (word) {
            case "exponential" -> scope -> 1 - Decay.after(scope.progress(), Math.min(700, rate * scope.epochs()));
            case "power" -> scope -> power(scope, rate);
            default -> {
                var formula = Formula.of(shape.orElseThrow(), Place.METRIC);
                if (members.has("rate")) {
                    throw members.require("rate").wrong("belongs to the shapes exponential and power");
                }
                yield formula::value;
            }
        };
    }

    private static double rate(Field field) {
        var rate = field.number();
        if (!(rate >= 0.001 && rate <= 1000)) {
            throw field.wrong("[%s] must be from 0.001 to 1000".formatted(Field.shown(field.text())));
        }
        return rate;
    }

    /** A power law in the epochs, which is over with the last. */
    private static double power(Scope scope, double rate) {
        var floor = StrictMath.pow(1 + scope.epochs(), -rate);
        var left = (StrictMath.pow(1 + scope.epochs() * scope.progress(), -rate) - floor) / (1 - floor);
        return scope.progress() >= 1 ? 1 : 1 - left;
    }

    /** A metric's value on its way to the last one. */
    double value(Scope scope, String metric, double limit) {
        var from = start.getOrDefault(metric, start.get(OTHERS));
        return from == null ? limit : limit + (from.value(scope) - limit) * (1 - part.applyAsDouble(scope));
    }
}
