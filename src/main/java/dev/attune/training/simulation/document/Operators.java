package dev.attune.training.simulation.document;

import dev.attune.document.DocumentException;
import dev.attune.document.Field;
import dev.attune.training.simulation.document.Formula.Term;

/** What the operators of formulas do to numbers. */
final class Operators {
    private Operators() {}

    static Term prefix(Field field, String operator, Term operand) {
        return switch (operator) {
            case "-" -> scope -> -operand.value(scope);
            case "+" -> operand;
            case "!" -> scope -> Term.of(!Term.isTrue(operand.value(scope)));
            default -> throw unknown(field, operator);
        };
    }

    static Term infix(Field field, String operator, Term left, Term right) {
        return switch (operator) {
            case "+" -> scope -> left.value(scope) + right.value(scope);
            case "-" -> scope -> left.value(scope) - right.value(scope);
            case "*" -> scope -> left.value(scope) * right.value(scope);
            case "/" -> scope -> left.value(scope) / right.value(scope);
            case "%" -> scope -> left.value(scope) % right.value(scope);
            case "^" -> scope -> StrictMath.pow(left.value(scope), right.value(scope));
            case "=", "==" -> scope -> Term.of(left.value(scope) == right.value(scope));
            case "!=", "<>" -> scope -> Term.of(left.value(scope) != right.value(scope));
            case "<" -> scope -> Term.of(left.value(scope) < right.value(scope));
            case "<=" -> scope -> Term.of(left.value(scope) <= right.value(scope));
            case ">" -> scope -> Term.of(left.value(scope) > right.value(scope));
            case ">=" -> scope -> Term.of(left.value(scope) >= right.value(scope));
            case "&&" -> scope -> Term.of(Term.isTrue(left.value(scope)) && Term.isTrue(right.value(scope)));
            case "||" -> scope -> Term.of(Term.isTrue(left.value(scope)) || Term.isTrue(right.value(scope)));
            default -> throw unknown(field, operator);
        };
    }

    private static DocumentException unknown(Field field, String operator) {
        return field.wrong("there is no operator [%s]".formatted(Field.shown(operator)));
    }
}
