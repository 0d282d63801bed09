package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.simulation.document.Formula.Term;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions of numbers that formulas have. */
final class Functions {
    private static final Map<String, DoubleUnaryOperator> OF_ONE = Map.ofEntries(
            Map.entry("abs", Math::abs),
            Map.entry("sign", Math::signum),
            Map.entry("floor", Math::floor),
            Map.entry("ceil", Math::ceil),
            Map.entry("round", Math::rint),
            Map.entry("sqrt", StrictMath::sqrt),
            Map.entry("exp", StrictMath::exp),
            Map.entry("log", StrictMath::log),
            Map.entry("log2", x -> StrictMath.log(x) / StrictMath.log(2)),
            Map.entry("log10", StrictMath::log10),
            Map.entry("sin", StrictMath::sin),
            Map.entry("cos", StrictMath::cos),
            Map.entry("tanh", StrictMath::tanh),
            Map.entry("sigmoid", x -> 1 / (1 + StrictMath.exp(-x))));
    private static final Map<String, DoubleBinaryOperator> OF_SEVERAL = Map.of("min", Math::min, "max", Math::max);
    private static final Map<String, Integer> OTHERS = Map.of("pow", 2, "if", 3, "clip", 3, "bell", 3);
    private static final List<String> NAMED =
            List.of("hp", "has", "position", "instance", "metric", "normal", "uniform");

    private Functions() {}

    static Term apply(Field field, String name, List<Term> arguments) {
        var ofOne = OF_ONE.get(name);
        if (ofOne != null) {
            expect(field, name, arguments, 1);
            var x = arguments.get(0);
            return scope -> ofOne.applyAsDouble(x.value(scope));
        }
        var ofSeveral = OF_SEVERAL.get(name);
        if (ofSeveral != null) {
            return arguments.stream()
                    .reduce((a, b) -> scope -> ofSeveral.applyAsDouble(a.value(scope), b.value(scope)))
                    .orElseThrow(() -> field.wrong("the function [%s] takes arguments".formatted(name)));
        }
        var count = OTHERS.get(name);
        if (count == null) {
            throw field.wrong("there is no function [%s]. Functions are %s".formatted(Field.shown(name), names()));
        }
        expect(field, name, arguments, count);
        return other(name, arguments);
    }

    private static Term other(String name, List<Term> arguments) {
        var a = arguments.get(0);
        var b = arguments.get(1);
        var c = arguments.get(arguments.size() - 1);
        return switch (name) {
            case "pow" -> scope -> StrictMath.pow(a.value(scope), b.value(scope));
            case "if" -> scope -> Term.isTrue(a.value(scope)) ? b.value(scope) : c.value(scope);
            case "clip" -> scope -> Math.max(b.value(scope), Math.min(c.value(scope), a.value(scope)));
            case "bell" -> scope -> bell((a.value(scope) - b.value(scope)) / c.value(scope));
            default -> throw new IllegalStateException(name);
        };
    }

    /** 1 at 0, e^(−1/2) at 1. */
    private static double bell(double z) {
        return StrictMath.exp(-z * z / 2);
    }

    private static void expect(Field field, String name, List<Term> arguments, int count) {
        if (arguments.size() != count) {
            throw field.wrong(
                    "the function [%s] takes [%d] arguments, not [%d]".formatted(name, count, arguments.size()));
        }
    }

    private static String names() {
        var names = new TreeMap<String, Object>(OF_ONE);
        names.putAll(OF_SEVERAL);
        names.putAll(OTHERS);
        NAMED.forEach(name -> names.put(name, name));
        return String.join(", ", names.keySet());
    }
}
