package dev.attune.wire;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which member of a body does not fit its record, and why, without a word of Java. */
final class Mismatch {
    private Mismatch() {}

    // AWS: the phrases "STRING_VALUE can not be converted to an Integer" and "Start of structure or map found where not
    // expected."
    static ServiceException of(JacksonException failure, JsonNode tree) {
        if (failure.getCause() instanceof ServiceException refusal) {
            return refusal;
        }
        var path = new StringBuilder();
        var found = tree;
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
                found = found.path(step.getIndex());
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
                found = found.path(step.getPropertyName());
            }
        }
        var where = path.isEmpty() ? "" : "Member '" + Text.visible(Text.cut(path, 400)) + "': ";
        return Refusals.serialization(where + why(failure, found));
    }

    private static String why(JacksonException failure, JsonNode found) {
        if (failure instanceof InvalidNullException) {
            return "null is not allowed in a list or map";
        }
        if (failure instanceof Unions.NoValue noValue) {
            return Text.visible(noValue.getOriginalMessage());
        }
        var target = target(failure);
        if (found.isObject()) {
            return "Start of structure or map found where not expected.";
        }
        if (found.isArray()) {
            return "Start of list found where not expected.";
        }
        if (target == null) {
            return "the value is not acceptable";
        }
        var outOfRange = failure instanceof InputCoercionException
                || (failure instanceof InvalidFormatException && found.isNumber() && isNumeric(target));
        return outOfRange && !(found.isBigDecimal() && isWhole(target))
                ? Text.cut(found.asString(), 140) + " is out of range for " + word(target)
                : kind(found) + " can not be converted to " + word(target);
    }

    private static @Nullable Class<?> target(JacksonException failure) {
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        return failure instanceof InputCoercionException coercion ? coercion.getTargetType() : null;
    }

    private static String kind(JsonNode found) {
        return switch (found.getNodeType()) {
            case NUMBER -> found.isBigDecimal() ? "DECIMAL_VALUE" : "NUMBER_VALUE";
            case BOOLEAN -> found.asBoolean() ? "TRUE_VALUE" : "FALSE_VALUE";
            case NULL -> "NULL_VALUE";
            case STRING, BINARY, ARRAY, OBJECT, MISSING, POJO -> "STRING_VALUE";
        };
    }

    private static boolean isNumeric(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type.isPrimitive() || type == Instant.class;
    }

    private static boolean isWhole(Class<?> type) {
        return List.of(
                        Integer.class,
                        Integer.TYPE,
                        Long.class,
                        Long.TYPE,
                        Short.class,
                        Short.TYPE,
                        Byte.class,
                        Byte.TYPE)
                .contains(type);
    }

    private static String word(Class<?> type) {
        if (type == Integer.class || type == Integer.TYPE) {
            return "an Integer";
        }
        if (type == Boolean.class || type == Boolean.TYPE) {
            return "a Boolean";
        }
        if (type == Instant.class) {
            return "a Timestamp";
        }
        if (type == ByteBuffer.class) {
            return "a Blob";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a List";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "a Map";
        }
        if (type.isPrimitive() || type.getName().startsWith("java.")) {
            var name = type.getSimpleName();
            return "a " + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
        return "a structure";
    }
}
