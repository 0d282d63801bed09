package dev.attune.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member's value as AWS shows it in a message: strings raw, {@code [a, b]}, {@code {k=v}}, structures by their toString. */
final class ValueText {
    private static final int MAX = 1024;

    private final StringBuilder shown = new StringBuilder();

    private ValueText() {}

    /** In quotes and cut at 1024 characters; null without quotes. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        var text = new ValueText();
        text.add(value);
        return "'" + Text.cut(text.shown, MAX) + "'";
    }

    /** Stops soon after the limit, however large the value is. */
    private void add(@Nullable Object value) {
        if (value instanceof Iterable<?> list) {
            shown.append('[');
            var separator = "";
            for (var element : list) {
                if (shown.length() > MAX) {
                    return;
                }
                shown.append(separator);
                add(element);
                separator = ", ";
            }
            shown.append(']');
        } else if (value instanceof Map<?, ?> map) {
            shown.append('{');
            var separator = "";
            for (var entry : map.entrySet()) {
                if (shown.length() > MAX) {
                    return;
                }
                shown.append(separator);
                add(entry.getKey());
                shown.append('=');
                add(entry.getValue());
                separator = ", ";
            }
            shown.append('}');
        } else {
            var text = String.valueOf(value);
            shown.append(text, 0, Math.min(text.length(), MAX + 1));
        }
    }
}
