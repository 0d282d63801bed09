package dev.attune.control;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a small JSON object that a person typed: what is misspelt or of the wrong type is told, not passed over. */
final class Members {
    private static final int MAX_SHOWN = 100;

    private final Map<String, Object> values;

    private Members(Map<String, Object> values) {
        this.values = values;
    }

    /** Takes an object that has no members but these; throws IllegalArgumentException. */
    static Members of(Map<String, Object> values, String... names) {
        var known = List.of(names);
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no member [" + shown(name) + "]. Members are " + String.join(", ", known));
            }
        }
        return new Members(values);
    }

    /** Null where the member is absent; throws IllegalArgumentException where it is no text. */
    @Nullable String text(String name) {
        var value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException(name + " [" + shown(value) + "] must be a text");
    }

    /** Null where the member is absent; throws IllegalArgumentException where it is no number. */
    @Nullable Double number(String name) {
        var value = values.get(name);
        if (value == null || value instanceof Number) {
            return value == null ? null : ((Number) value).doubleValue();
        }
        throw new IllegalArgumentException(name + " [" + shown(value) + "] must be a number");
    }

    /** Null where the member is absent; throws IllegalArgumentException where it is neither true nor false. */
    @Nullable Boolean flag(String name) {
        var value = values.get(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw new IllegalArgumentException(name + " [" + shown(value) + "] must be true or false");
    }

    /** A value for a message, cut where it is long. */
    static String shown(Object value) {
        var text = String.valueOf(value);
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
