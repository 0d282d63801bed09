package dev.attune.api.ga.query;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record's place in an order: numbers before text, both before records that have no such property, and by name where all else is equal.
 *
 * @param number null unless the property is a number
 * @param text null unless it is text
 * @param name unique, without spaces
 */
public record Rank(@Nullable BigDecimal number, @Nullable String text, String name) {
    private static final int LONGEST_TEXT = 256;

    /** Of a record that has the property several times, the first counts. */
    public static Rank of(Map<String, Object> document, Property property, String name) {
        var values = property.values(document);
        var value = values.isEmpty() ? null : values.get(0);
        if (value == null || value instanceof Map) {
            return new Rank(null, null, name);
        }
        var text = value.toString();
        var number = value instanceof Number || property.isNumericText() ? Scalars.number(text) : none();
        return number.map(exact -> new Rank(exact, null, name)).orElseGet(() -> new Rank(null, cut(text), name));
    }

    /** The order of ranks; records without the property are last in both directions. */
    public static Comparator<Rank> order(boolean descending) {
        var byNumber = Comparator.comparing(Rank::number, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()));
        var byText = Comparator.comparing(Rank::text, Comparator.nullsLast(Comparator.<String>naturalOrder()));
        var ascending = byNumber.thenComparing(byText).thenComparing(Rank::name);
        return Comparator.comparing(Rank::isLast).thenComparing(descending ? ascending.reversed() : ascending);
    }

    /** For a page token. */
    public String token() {
        return name + " " + (number != null ? "n" + number : text != null ? "t" + text : "");
    }

    /** The rank that {@link #token} was made of. */
    public static Rank parse(String token) {
        var parts = token.split(" ", 2);
        var value = parts[1];
        if (value.isEmpty()) {
            return new Rank(null, null, parts[0]);
        }
        return value.startsWith("n")
                ? new Rank(new BigDecimal(value.substring(1)), null, parts[0])
                : new Rank(null, value.substring(1), parts[0]);
    }

    private boolean isLast() {
        return number == null && text == null;
    }

    private static Optional<BigDecimal> none() {
        return Optional.empty();
    }

    /** A page token holds no more; never half of a surrogate pair, which it could not hold either. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }
}
