package dev.attune.document;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as text: plain decimal or scientific, ASCII digits, finite. Not what only Java reads, such as {@code 0x1p3} or {@code 1d}. */
public final class Decimal {
    private static final Pattern SYNTAX =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

    private Decimal() {}

    /** The number that the text spells, spaces around it ignored; empty where it spells none or one beyond the range of a double. */
    public static OptionalDouble parse(String text) {
        var number = text.strip();
        if (!SYNTAX.matcher(number).matches()) {
            return OptionalDouble.empty();
        }
        var value = Double.parseDouble(number);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
