package dev.attune.api.ga.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How a property is compared with a value. */
public enum Operator {
    EQUALS("Equals") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return found.stream().anyMatch(value::isEqual);
        }
    },
    NOT_EQUALS("NotEquals") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return found.stream().noneMatch(value::isEqual);
        }
    },
    EXISTS("Exists") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return !found.isEmpty();
        }
    },
    NOT_EXISTS("NotExists") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return found.isEmpty();
        }
    },
    GREATER_THAN("GreaterThan") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return ordered(found, value, order -> order > 0);
        }
    },
    GREATER_THAN_OR_EQUAL_TO("GreaterThanOrEqualTo") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return ordered(found, value, order -> order >= 0);
        }
    },
    LESS_THAN("LessThan") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return ordered(found, value, order -> order < 0);
        }
    },
    LESS_THAN_OR_EQUAL_TO("LessThanOrEqualTo") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return ordered(found, value, order -> order <= 0);
        }
    },
    IN("In") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return found.stream().anyMatch(value::lists);
        }
    },
    CONTAINS("Contains") {
        @Override
        boolean holds(List<Object> found, Value value) {
            return found.stream().anyMatch(value::isPartOf);
        }
    };

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** As AWS writes it. */
    public String word() {
        return word;
    }

    // AWS: Equals is the default where there is a value; the first edition of the documents adds that, where there is
    // none, the property must exist.
    /** The operator of a word that was checked to be one. */
    public static Operator of(@Nullable String word, @Nullable String value) {
        if (word == null) {
            return value == null ? EXISTS : EQUALS;
        }
        return Arrays.stream(values())
                .filter(operator -> operator.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("[" + word + "] must be an operator"));
    }

    /** Whether what was found stands so to the value. */
    abstract boolean holds(List<Object> found, Value value);

    boolean needsValue() {
        return this != EXISTS && this != NOT_EXISTS;
    }

    boolean needsOrder() {
        return switch (this) {
            case GREATER_THAN, GREATER_THAN_OR_EQUAL_TO, LESS_THAN, LESS_THAN_OR_EQUAL_TO -> true;
            case EQUALS, NOT_EQUALS, EXISTS, NOT_EXISTS, IN, CONTAINS -> false;
        };
    }

    private static boolean ordered(List<Object> found, Value value, IntPredicate wanted) {
        return found.stream().map(value::order).anyMatch(order -> order.isPresent() && wanted.test(order.getAsInt()));
    }
}
