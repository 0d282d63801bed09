package dev.attune.api.page;

import dev.attune.wire.GrowingEnum;
import dev.attune.wire.OneOf;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The type of a member and the constraints that its annotations state, in words. */
final class Constraints {
    private static final Map<Type, String> TYPES = Map.of(
            String.class, "string",
            Integer.class, "integer",
            Long.class, "integer",
            Double.class, "number",
            Boolean.class, "boolean",
            Instant.class, "timestamp");

    private Constraints() {}

    static String of(RecordComponent member) {
        var words = new ArrayList<String>();
        words.add(type(member.getGenericType()));
        words.addAll(ofValue(member.getAccessor(), member.getType()));
        var elements = elements(member.getAnnotatedType());
        for (int i = 0; i < elements.size(); i++) {
            var ofElement = ofValue(elements.get(i), (Class<?>) elements.get(i).getType());
            if (!ofElement.isEmpty()) {
                words.add((elements.size() == 1 ? "each " : i == 0 ? "keys " : "values ")
                        + String.join(" and ", ofElement));
            }
        }
        return String.join(", ", words);
    }

    /** The record that a member is or has as its elements; null where there is none. */
    static Class<?> structure(RecordComponent member) {
        for (var element : elements(member.getAnnotatedType())) {
            if (((Class<?>) element.getType()).isRecord()) {
                return (Class<?>) element.getType();
            }
        }
        return member.getType().isRecord() ? member.getType() : null;
    }

    private static List<AnnotatedType> elements(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType generic
                ? List.of(generic.getAnnotatedActualTypeArguments())
                : List.of();
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            var of = Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> type(argument) + "s")
                    .collect(Collectors.joining(" to "));
            return (generic.getRawType() == Map.class ? "map of " : "list of ") + of;
        }
        return TYPES.getOrDefault(type, "structure");
    }

    private static List<String> ofValue(AnnotatedElement element, Class<?> type) {
        var words = new ArrayList<String>();
        if (element.isAnnotationPresent(NotNull.class)) {
            words.add("required");
        }
        var size = element.getAnnotation(Size.class);
        if (size != null) {
            words.add(size(size) + (type == String.class ? " characters" : type == Map.class ? " entries" : " items"));
        }
        if (element.isAnnotationPresent(Pattern.class)) {
            words.add("pattern " + code(element.getAnnotation(Pattern.class).regexp()));
        }
        if (element.isAnnotationPresent(OneOf.class)) {
            words.add(Arrays.stream(element.getAnnotation(OneOf.class).value())
                    .map(Constraints::code)
                    .collect(Collectors.joining(", ", "one of ", "")));
        }
        if (element.isAnnotationPresent(GrowingEnum.class)) {
            words.add("an instance type of AWS, or what looks like one");
        }
        words.addAll(bounds(element.getAnnotation(Min.class), element.getAnnotation(Max.class)));
        return words;
    }

    private static String size(Size size) {
        if (size.min() == 0) {
            return "at most " + size.max();
        }
        return size.max() == Integer.MAX_VALUE ? "at least " + size.min() : size.min() + " to " + size.max();
    }

    private static List<String> bounds(Min min, Max max) {
        if (min != null && max != null) {
            return List.of(min.value() + " to " + max.value());
        }
        return min != null
                ? List.of("at least " + min.value())
                : max != null ? List.of("at most " + max.value()) : List.of();
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
