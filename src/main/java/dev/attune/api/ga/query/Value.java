package dev.attune.api.ga.query;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The value of a filter: text, which stands for a number, a time or a truth value where the property is one.
 *
 * @param property what it is compared with
 */
record Value(Property property, String text) {
    /** As a number, which for a property that is a time is the time's; empty for any other text. */
    Optional<BigDecimal> number() {
        return property.isTime() ? Scalars.time(text) : Scalars.number(text);
    }

    boolean isEqual(Object found) {
        return isEqual(found, text) || order(found).equals(OptionalInt.of(0));
    }

    // AWS: "true" and "false" of truth values.
    private static boolean isEqual(Object found, String text) {
        return found instanceof Boolean ? text.equalsIgnoreCase(found.toString()) : found.equals(text);
    }

    /** Whether it is one of the texts that stand here parted by commas. */
    boolean lists(Object found) {
        return Stream.of(text.split(",")).map(String::strip).anyMatch(found::equals);
    }

    boolean isPartOf(Object found) {
        return found instanceof String whole && whole.contains(text);
    }

    /** Positive where what was found is greater; empty where the two are no numbers. */
    OptionalInt order(Object found) {
        var wanted = number();
        var actual = number(found);
        return wanted.isPresent() && actual.isPresent()
                ? OptionalInt.of(actual.get().compareTo(wanted.get()))
                : OptionalInt.empty();
    }

    // AWS: hyperparameters are compared as integers where the value is one.
    private Optional<BigDecimal> number(Object found) {
        if (found instanceof Number number) {
            return Optional.of(new BigDecimal(number.toString()));
        }
        if (!property.isNumericText() || !(found instanceof String digits)) {
            return Optional.empty();
        }
        var number = Scalars.number(digits);
        return Scalars.isInteger(text) ? number.map(Scalars::truncated) : number;
    }
}
