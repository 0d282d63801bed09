package dev.attune.training.regex;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of a counted repetition such as <code>{2,5}</code>, and where its text ends. */
record Bounds(int least, int most, int end) {
    private static final Pattern SYNTAX = Pattern.compile("\\{([0-9]{0,9})(,?)([0-9]{0,9})\\}");

    /** Null where no counted repetition starts at this place: the brace is then a literal. */
    static @Nullable Bounds at(String text, int start) {
        var matcher = SYNTAX.matcher(text).region(start, text.length());
        if (!matcher.lookingAt()
                || (matcher.group(1).isEmpty() && matcher.group(3).isEmpty())) {
            return null;
        }
        var least = matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
        return new Bounds(least, most(matcher.group(2), matcher.group(3), least), matcher.end());
    }

    private static int most(String comma, String digits, int least) {
        if (comma.isEmpty()) {
            return least;
        }
        return digits.isEmpty() ? Expression.Repeat.UNBOUNDED : Integer.parseInt(digits);
    }
}
