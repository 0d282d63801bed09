package dev.attune.wire;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** What AWS calls each constraint. */
final class ConstraintWords {
    private ConstraintWords() {}

    /** The sentence of a broken constraint, and its place among the sentences of one member. */
    record Sentence(int rank, String text) {}

    // AWS: of one member, the pattern is reported before the length.
    static Sentence broken(ConstraintViolation<?> violation) {
        var annotation = violation.getConstraintDescriptor().getAnnotation();
        if (annotation instanceof NotNull) {
            return new Sentence(0, "Member must not be null");
        }
        if (annotation instanceof Pattern) {
            return new Sentence(1, all(violation.getConstraintDescriptor()).get(0));
        }
        if (annotation instanceof OneOf || annotation instanceof GrowingEnum) {
            return new Sentence(2, all(violation.getConstraintDescriptor()).get(0));
        }
        if (annotation instanceof Size size) {
            return new Sentence(3, length(violation.getInvalidValue()) > size.max() ? longest(size) : shortest(size));
        }
        var words = all(violation.getConstraintDescriptor());
        return new Sentence(4, words.isEmpty() ? violation.getMessage() : words.get(0));
    }

    /** All constraints of an element, broken or not, in brackets. */
    // AWS: within the brackets, lengths come before the pattern.
    static String listed(Collection<ConstraintDescriptor<?>> constraints) {
        return constraints.stream()
                .sorted(Comparator.comparingInt(
                        c -> c.getAnnotation() instanceof Size ? 0 : c.getAnnotation() instanceof Pattern ? 1 : 2))
                .flatMap(c -> all(c).stream())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<String> all(ConstraintDescriptor<?> constraint) {
        var annotation = constraint.getAnnotation();
        if (annotation instanceof NotNull) {
            return List.of("Member must not be null");
        }
        if (annotation instanceof Pattern pattern) {
            return List.of("Member must satisfy regular expression pattern: " + pattern.regexp());
        }
        if (annotation instanceof OneOf oneOf) {
            return List.of(valueSet(List.of(oneOf.value())));
        }
        if (annotation instanceof GrowingEnum growing) {
            return List.of(valueSet(TextList.read(growing.list())));
        }
        if (annotation instanceof Size size) {
            var words = new ArrayList<String>();
            if (size.max() != Integer.MAX_VALUE) {
                words.add(longest(size));
            }
            words.add(shortest(size));
            return words;
        }
        return bound(annotation);
    }

    private static String valueSet(List<String> values) {
        return "Member must satisfy enum value set: [" + String.join(", ", values) + "]";
    }

    private static List<String> bound(Object annotation) {
        if (annotation instanceof Max max) {
            return List.of("Member must have value less than or equal to " + max.value());
        }
        if (annotation instanceof Min min) {
            return List.of("Member must have value greater than or equal to " + min.value());
        }
        if (annotation instanceof DecimalMax max) {
            return List.of("Member must have value less than or equal to " + max.value());
        }
        if (annotation instanceof DecimalMin min) {
            return List.of("Member must have value greater than or equal to " + min.value());
        }
        return annotation instanceof UniqueElements ? List.of("Member must have unique values") : List.of();
    }

    private static String longest(Size size) {
        return "Member must have length less than or equal to " + size.max();
    }

    private static String shortest(Size size) {
        return "Member must have length greater than or equal to " + size.min();
    }

    private static int length(@Nullable Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof Collection<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value instanceof ByteBuffer blob ? blob.remaining() : 0;
    }
}
