package dev.attune.training.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression as Python, RE2 and Java agree on it, and their commonest own forms: {@code (?P<name>…)}, {@code (?P=name)},
 * {@code (?#…)}, {@code \Q…\E}, possessive and atomic groups. It is lenient: the engine has the last word on what is legal.
 */
final class ExpressionParser {
    private final String text;
    private int at;
    private int groups;
    private boolean spaced;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException where the text is no regular expression */
    static Expression parse(String regex) {
        var parser = new ExpressionParser(regex);
        var expression = parser.choice();
        if (parser.at < regex.length()) {
            throw parser.error("unmatched ')'");
        }
        return expression;
    }

    private Expression choice() {
        var outside = spaced;
        var parts = new ArrayList<Expression>();
        parts.add(sequence());
        while (take("|")) {
            parts.add(sequence());
        }
        spaced = outside;
        return parts.size() == 1 ? parts.get(0) : new Expression.Choice(List.copyOf(parts));
    }

    private Expression sequence() {
        var parts = new ArrayList<Expression>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            if (take("(?#")) {
                at = after(")");
            } else if (take("\\Q")) {
                quoted(parts);
            } else if (!skipsSpace()) {
                parts.add(repeated(atom()));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Sequence(List.copyOf(parts));
    }

    private void quoted(List<Expression> parts) {
        var end = text.indexOf("\\E", at);
        var literal = text.substring(at, end < 0 ? text.length() : end);
        literal.codePoints().forEach(c -> parts.add(new Expression.Literal(c)));
        at += literal.length() + (end < 0 ? 0 : 2);
    }

    private boolean skipsSpace() {
        if (!spaced) {
            return false;
        }
        if (take("#")) {
            at = text.length();
            return true;
        }
        return Character.isWhitespace(peek()) && take(text.substring(at, at + 1));
    }

    private Expression repeated(Expression body) {
        var repeat = quantifier(body);
        while (repeat != null) {
            body = repeat;
            repeat = quantifier(body);
        }
        return body;
    }

    private Expression.@Nullable Repeat quantifier(Expression body) {
        var start = at;
        int least;
        int most;
        if (take("*")) {
            least = 0;
            most = Expression.Repeat.UNBOUNDED;
        } else if (take("+")) {
            least = 1;
            most = Expression.Repeat.UNBOUNDED;
        } else if (take("?")) {
            least = 0;
            most = 1;
        } else {
            var bounds = Bounds.at(text, at);
            if (bounds == null) {
                return null;
            }
            least = bounds.least();
            most = bounds.most();
            at = bounds.end();
        }
        var count = text.substring(start, at).replace("{,", "{0,");
        var mode = take("?") ? "?" : take("+") ? "+" : "";
        return new Expression.Repeat(body, least, most, count + mode);
    }

    private Expression atom() {
        var c = peek();
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escape();
            case '^', '$' -> {
                at++;
                yield new Expression.Position(String.valueOf(c));
            }
            case '.' -> {
                at++;
                yield new Expression.Characters(".");
            }
            case '*', '+', '?' -> throw error("nothing to repeat");
            default -> literal();
        };
    }

    private Expression literal() {
        var codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        return new Expression.Literal(codePoint);
    }

    private Expression set() {
        var set = SetSyntax.at(text, at);
        at = set.end();
        return new Expression.Characters(set.java());
    }

    private Expression escape() {
        var escape = EscapeSyntax.at(text, at);
        at = escape.end();
        return escape.expression();
    }

    private Expression group() {
        if (take("(?P=")) {
            var name = text.substring(at, after(")") - 1);
            at = after(")");
            return new Expression.Reference(name, "\\k<" + name + ">");
        }
        if (take("(?P<") || (isNamed() && take("(?<"))) {
            var name = text.substring(at, after(">") - 1);
            at = after(">");
            return captured("(?<" + name + ">", name);
        }
        for (var open : List.of("(?<=", "(?=", "(?<!", "(?!")) {
            if (take(open)) {
                return new Expression.Look(open, open.endsWith("="), closed());
            }
        }
        for (var open : List.of("(?:", "(?>")) {
            if (take(open)) {
                return new Expression.Group(open, 0, "", closed());
            }
        }
        return take("(?") ? switched() : captured(text.substring(at, ++at), "");
    }

    private boolean isNamed() {
        return text.startsWith("(?<", at) && !text.startsWith("(?<=", at) && !text.startsWith("(?<!", at);
    }

    private Expression captured(String open, String name) {
        var number = ++groups;
        return new Expression.Group(open, number, name, closed());
    }

    private Expression closed() {
        var body = choice();
        if (!take(")")) {
            throw error("missing )");
        }
        return body;
    }

    /** {@code (?i)} or {@code (?i:…)}. Python's and RE2's own letters have no meaning in Java and are dropped. */
    private Expression switched() {
        var start = at;
        while (at < text.length() && (Character.isLetter(peek()) || peek() == '-')) {
            at++;
        }
        var letters = text.substring(start, at);
        var on = letters.replaceFirst("-.*", "");
        var off = letters.substring(on.length());
        var java = on.replaceAll("[^ims]", "") + off.replaceAll("[^ims-]", "");
        if (take(")")) {
            spaced = on.contains("x") || (spaced && !off.contains("x"));
            return new Expression.Position("(?" + java + ")");
        }
        if (!take(":")) {
            throw error("unknown extension ?" + letters);
        }
        var outside = spaced;
        spaced = on.contains("x") || (spaced && !off.contains("x"));
        var body = closed();
        spaced = outside;
        return new Expression.Group("(?" + java + ":", 0, "", body);
    }

    private char peek() {
        return text.charAt(at);
    }

    private boolean take(String expected) {
        var found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private int after(String end) {
        var found = text.indexOf(end, at);
        if (found < 0) {
            throw error("missing " + end);
        }
        return found + end.length();
    }

    private IllegalArgumentException error(String reason) {
        return new IllegalArgumentException(reason + " at position " + at);
    }
}
