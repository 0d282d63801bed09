package dev.attune.document;

import java.util.regex.Pattern;

/** Whole numbers from one to another: {@code 3}, {@code 1-2} or {@code 5-}. */
public record Range(int first, int last) {
    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,9})(-)?([0-9]{1,9})?");

    public static Range of(Field field) {
        var matcher = SYNTAX.matcher(field.text().strip());
        if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) != null)) {
            throw field.wrong(
                    "[%s] must be a number, or a range such as 1-2 or 5-".formatted(Field.shown(field.text())));
        }
        var first = Integer.parseInt(matcher.group(1));
        var last = matcher.group(2) == null ? first : Integer.MAX_VALUE;
        last = matcher.group(3) == null ? last : Integer.parseInt(matcher.group(3));
        if (first < 1 || last < first) {
            throw field.wrong("[%s] must begin at 1 or later, and not end before".formatted(Field.shown(field.text())));
        }
        return new Range(first, last);
    }

    public boolean contains(int number) {
        return number >= first && number <= last;
    }
}
