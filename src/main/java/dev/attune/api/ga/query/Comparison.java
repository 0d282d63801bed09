package dev.attune.api.ga.query;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One filter: a property, an operator and a value. */
public record Comparison(Property property, Operator operator, String value) implements Condition {
    /** Reads a filter; without an operator, the value must be equal, and without both the property must exist. */
    public static Comparison of(Property property, @Nullable String operator, @Nullable String value) {
        return new Comparison(property, Operator.of(operator, value), value == null ? "" : value);
    }

    @Override
    public boolean holds(Map<String, Object> document) {
        return operator.holds(property.values(document), new Value(property, value));
    }

    /** The same of the members of an element. */
    public Comparison within(Property list) {
        return new Comparison(new Property(property.name().substring(list.name().length() + 1)), operator, value);
    }

    // AWS: what its documents say of operators and values; the words are ours.
    /** Why the filter makes no sense; empty where it does. */
    public Optional<String> flaw() {
        if (operator.needsValue() && value.isEmpty()) {
            return Optional.of(
                    "The Operator [" + operator.word() + "] of the property [" + property.name() + "] needs a Value.");
        }
        var comparesTime = property.isTime() && (operator.needsOrder() || isEquality());
        if (comparesTime && new Value(property, value).number().isEmpty()) {
            return Optional.of("The Value [" + value + "] of the property [" + property.name()
                    + "] must be a time of the form YYYY-mm-ddTHH:MM:SS.");
        }
        if (operator.needsOrder() && new Value(property, value).number().isEmpty()) {
            return Optional.of("The Value [" + value + "] of the property [" + property.name()
                    + "] must be a number: the Operator [" + operator.word() + "] is not supported for text.");
        }
        return Optional.empty();
    }

    /** Whether it demands one value. */
    public boolean isEquality() {
        return operator == Operator.EQUALS || operator == Operator.NOT_EQUALS;
    }
}
