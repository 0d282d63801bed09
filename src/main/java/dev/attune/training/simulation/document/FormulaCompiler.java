package dev.attune.training.simulation.document;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import dev.attune.document.Decimal;
import dev.attune.document.Field;
import dev.attune.training.simulation.document.Formula.Term;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compiles one formula: EvalEx parses it, and what the tree may hold and means is decided here. Used by one thread. */
final class FormulaCompiler {
    private static final int LONGEST = 1000;
    private static final int MOST_PARTS = 300;
    private static final int DEEPEST = 50;
    private static final ExpressionConfiguration SYNTAX = ExpressionConfiguration.builder()
            .functionDictionary(new AnyFunction())
            .singleQuoteStringLiteralsAllowed(true)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .powerOfPrecedence(80) // above the minus sign: -2^2 is -4
            .build();

    private final Field field;
    private final Formula.Place place;
    private final Set<String> metrics = new TreeSet<>();
    private boolean changes;
    private int parts;

    FormulaCompiler(Field field, Formula.Place place) {
        this.field = field;
        this.place = place;
    }

    Formula compile(String text) {
        if (text.length() > LONGEST) {
            throw field.wrong("the formula is longer than [%d] characters".formatted(LONGEST));
        }
        var term = term(parse(text), 0);
        return new Formula(term, parts, metrics, changes);
    }

    private ASTNode parse(String text) {
        try {
            return new Expression(text, SYNTAX).getAbstractSyntaxTree();
        } catch (ParseException e) {
            throw field.wrong("the formula [%s] cannot be read at character [%d]: %s"
                    .formatted(Field.shown(text), e.getStartPosition(), e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            throw field.wrong("the formula [%s] cannot be read".formatted(Field.shown(text)));
        }
    }

    private Term term(ASTNode node, int depth) {
        if (++parts > MOST_PARTS) {
            throw field.wrong("the formula has more than [%d] parts".formatted(MOST_PARTS));
        }
        if (depth > DEEPEST) {
            throw field.wrong("the formula is nested more than [%d] deep".formatted(DEEPEST));
        }
        var text = node.getToken().getValue();
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL -> number(text);
            case VARIABLE_OR_CONSTANT -> name(text);
            case INFIX_OPERATOR -> infix(text, node, depth);
            case PREFIX_OPERATOR ->
                Operators.prefix(field, text, term(node.getParameters().get(0), depth + 1));
            case FUNCTION -> function(text, node, depth);
            case STRING_LITERAL ->
                throw field.wrong("the text ['%s'] can only be compared by == or !=".formatted(Field.shown(text)));
            default -> throw field.wrong("[%s] is no part of a formula".formatted(Field.shown(text)));
        };
    }

    private Term number(String text) {
        var value = Decimal.parse(text)
                .orElseThrow(() -> field.wrong("[%s] must be a decimal number".formatted(Field.shown(text))));
        return scope -> value;
    }

    private Term name(String text) {
        var word = Words.find(place, text);
        changes |= Words.changes(place, text);
        return word != null ? word : scope -> scope.number(text);
    }

    private Term infix(String operator, ASTNode node, int depth) {
        var left = node.getParameters().get(0);
        var right = node.getParameters().get(1);
        if (isText(left) || isText(right)) {
            return comparison(operator, left, right);
        }
        return Operators.infix(field, operator, term(left, depth + 1), term(right, depth + 1));
    }

    /** A hyperparameter compared with a text. */
    private Term comparison(String operator, ASTNode left, ASTNode right) {
        parts += 2;
        var equal = Set.of("=", "==").contains(operator);
        if (!equal && !Set.of("!=", "<>").contains(operator)) {
            throw field.wrong("a text can only be compared by == or !=, not by [%s]".formatted(operator));
        }
        var name = hyperParameter(isText(left) ? right : left);
        var text = (isText(left) ? left : right).getToken().getValue();
        return scope -> Term.of(scope.text(name).equals(text) == equal);
    }

    private String hyperParameter(ASTNode node) {
        var token = node.getToken();
        var name = switch (token.getType()) {
            case VARIABLE_OR_CONSTANT -> token.getValue();
            case FUNCTION -> token.getValue().equals("hp") ? text(node, 0) : "";
            default -> "";
        };
        if (name.isEmpty()) {
            throw field.wrong("a text can only be compared with a hyperparameter: name or hp('name')");
        }
        return name;
    }

    private Term function(String name, ASTNode node, int depth) {
        var arguments = node.getParameters();
        return switch (name) {
            case "hp" -> hp(node, depth);
            case "has" -> {
                var of = one(node);
                yield scope -> Term.of(scope.has(of));
            }
            case "position" -> {
                var of = one(node);
                yield scope -> scope.position(of);
            }
            case "instance" -> {
                var of = InstanceFacts.of(field, one(node));
                yield scope -> of.applyAsDouble(scope.instance());
            }
            case "metric" -> metric(one(node));
            case "normal" -> {
                var purpose = chance(node);
                yield scope -> scope.draw(purpose).gaussian();
            }
            case "uniform" -> {
                var purpose = chance(node);
                yield scope -> scope.draw(purpose).uniform();
            }
            default ->
                Functions.apply(
                        field,
                        name,
                        arguments.stream()
                                .map(argument -> term(argument, depth + 1))
                                .toList());
        };
    }

    private Term hp(ASTNode node, int depth) {
        var name = text(node, 0);
        if (node.getParameters().size() == 1) {
            return scope -> scope.number(name);
        }
        expect(node, 2);
        var otherwise = term(node.getParameters().get(1), depth + 1);
        return scope -> scope.has(name) ? scope.number(name) : otherwise.value(scope);
    }

    private Term metric(String name) {
        if (place != Formula.Place.METRIC) {
            throw field.wrong("only the formula of a metric can speak of the metric [%s]".formatted(Field.shown(name)));
        }
        metrics.add(name);
        return scope -> scope.metric(name);
    }

    private String chance(ASTNode node) {
        if (place == Formula.Place.MATCH) {
            throw field.wrong("chance cannot choose the workload: [%s] is not allowed here"
                    .formatted(node.getToken().getValue()));
        }
        return one(node);
    }

    private String one(ASTNode node) {
        expect(node, 1);
        return text(node, 0);
    }

    private void expect(ASTNode node, int count) {
        if (node.getParameters().size() != count) {
            throw field.wrong("the function [%s] takes [%d] arguments, not [%d]"
                    .formatted(
                            node.getToken().getValue(),
                            count,
                            node.getParameters().size()));
        }
    }

    private String text(ASTNode node, int argument) {
        List<ASTNode> arguments = node.getParameters();
        if (arguments.size() <= argument || !isText(arguments.get(argument))) {
            throw field.wrong("the function [%s] takes a quoted name, as in %s('name')"
                    .formatted(node.getToken().getValue(), node.getToken().getValue()));
        }
        return arguments.get(argument).getToken().getValue();
    }

    private static boolean isText(ASTNode node) {
        return switch (node.getToken().getType()) {
            case STRING_LITERAL -> true;
            default -> false;
        };
    }
}
