package dev.attune.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One change of a valid request, and what comes of it.
 *
 * @param name shown in the report
 * @param errors what is said of the member, without "N validation errors detected"; empty where the request stays valid
 */
record Boundary(String name, UnaryOperator<Body> change, List<String> errors) {
    static final String NOT_NULL = "Member must not be null";

    static Boundary accepts(String name, UnaryOperator<Body> change) {
        return new Boundary("accepts " + name, change, List.of());
    }

    static Boundary accepts(String path, Object value) {
        return accepts(path + " = " + brief(value), body -> body.with(path, value));
    }

    static Boundary refuses(String path, Object value, String... constraints) {
        var errors = Stream.of(constraints)
                .map(words -> violation(shown(value), path, words))
                .toList();
        return new Boundary("refuses " + path + " = " + brief(value), body -> body.with(path, value), errors);
    }

    static Boundary refuses(String name, UnaryOperator<Body> change, String... errors) {
        return new Boundary("refuses " + name, change, List.of(errors));
    }

    /** For values that a message does not show as they were sent. */
    static Boundary refusesUnseen(String path, Object value, String constraint) {
        return new Boundary(
                "refuses " + path + " = " + brief(value),
                body -> body.with(path, value),
                List.of(" at '" + wirePath(path) + "' failed to satisfy constraint: " + constraint));
    }

    static Boundary required(String path) {
        return new Boundary(
                "refuses absence of " + path, body -> body.without(path), List.of(violation("null", path, NOT_NULL)));
    }

    static Boundary optional(String path) {
        return accepts("absence of " + path, body -> body.without(path));
    }

    /** A text of {@code least} to {@code most} of these characters. */
    static Stream<Boundary> text(String path, int least, int most, String character) {
        var rows = new ArrayList<Boundary>();
        rows.add(accepts(path, character.repeat(most)));
        rows.add(refuses(path, character.repeat(most + 1), longest(most)));
        rows.add(accepts(path, character.repeat(least)));
        if (least > 0) {
            rows.add(refuses(path, character.repeat(least - 1), shortest(least)));
        }
        return rows.stream();
    }

    static Stream<Boundary> atLeast(String path, int least) {
        return Stream.of(
                accepts(path, least),
                accepts(path, Integer.MAX_VALUE),
                refuses(path, least - 1, "Member must have value greater than or equal to " + least),
                refuses(path, Integer.MIN_VALUE, "Member must have value greater than or equal to " + least));
    }

    static Stream<Boundary> oneOf(String path, List<String> words) {
        var set = "Member must satisfy enum value set: [" + String.join(", ", words) + "]";
        var wrong = Stream.of(words.get(0).toLowerCase(java.util.Locale.ROOT) + "x", "", words.get(0) + " ");
        return Stream.concat(
                words.stream().map(word -> accepts(path, word)), wrong.map(word -> refuses(path, word, set)));
    }

    /** AWS's sentence of one broken constraint. */
    static String violation(String shown, String path, String words) {
        return "Value " + shown + " at '" + wirePath(path) + "' failed to satisfy constraint: " + words;
    }

    static String longest(int length) {
        return "Member must have length less than or equal to " + length;
    }

    static String shortest(int length) {
        return "Member must have length greater than or equal to " + length;
    }

    static String pattern(String regex) {
        return "Member must satisfy regular expression pattern: " + regex;
    }

    static List<Object> times(int count, java.util.function.IntFunction<Object> element) {
        return IntStream.range(0, count).mapToObj(element).toList();
    }

    /** {@code Tags[0].Key} as AWS's messages spell it: {@code tags.1.member.key}. */
    static String wirePath(String path) {
        var steps = new ArrayList<String>();
        for (var step : path.split("\\.", -1)) {
            var bracket = step.indexOf('[');
            var member = bracket < 0 ? step : step.substring(0, bracket);
            steps.add(Character.toLowerCase(member.charAt(0)) + member.substring(1));
            if (bracket >= 0) {
                steps.add(Integer.parseInt(step.substring(bracket + 1, step.length() - 1)) + 1 + ".member");
            }
        }
        return String.join(".", steps);
    }

    private static String shown(Object value) {
        var text = String.valueOf(value);
        return "'" + (text.length() > 1024 ? text.substring(0, 1024) + "…" : text) + "'";
    }

    private static String brief(Object value) {
        var text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 30) + "… (" + text.length() + " characters)" : text;
    }

    @Override
    public String toString() {
        return name;
    }
}
