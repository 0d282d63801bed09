package dev.attune.wire;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.path.ContainerElementNode;
import org.hibernate.validator.path.PropertyNode;
import org.jspecify.annotations.Nullable;

/**
 * Where in a request a constraint was broken: walks Bean Validation's path and turns it into AWS's.
 *
 * <p>{@code metricDefinitions[0].regex} becomes {@code metricDefinitions.1.member.regex}. A scalar in a list or map has no path of its own;
 * AWS reports its container.
 */
final class MemberPath {
    /** The names of a record's components, in their order. */
    private static final ClassValue<List<String>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList()
                    : List.of();
        }
    };

    private final Validator validator;
    private final StringBuilder text = new StringBuilder();
    private final List<Step> position = new ArrayList<>();
    private @Nullable Object current;
    private Set<ContainerElementTypeDescriptor> elements = Set.of();
    private @Nullable Element element;

    /** A scalar element of a list or map: what it is, its container and all its constraints. */
    record Element(String kind, @Nullable Object container, Set<ConstraintDescriptor<?>> constraints) {}

    /** One step from the request to the member: the number of a record component or list element, or a map's key. */
    record Step(int number, String key) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int order = Integer.compare(number, other.number);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    MemberPath(Validator validator, ConstraintViolation<?> violation) {
        this.validator = validator;
        this.current = violation.getRootBean();
        for (var node : violation.getPropertyPath()) {
            step(node);
        }
    }

    /** In AWS's form, lower camel case. */
    String text() {
        return text.toString();
    }

    /** Orders violations as the members stand in the request record; entries of a map by their key. */
    List<Step> position() {
        return position;
    }

    /** Null unless the constraint is one of a scalar in a list or map. */
    @Nullable Element element() {
        return element;
    }

    private void step(Path.Node node) {
        if (node.getKind() == ElementKind.PROPERTY) {
            enterElement(node);
            enterMember(node);
        } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT) {
            closeScalar();
            enterScalar(node);
        }
    }

    /**
     * The node's own list index or map key belongs to the container before it, whose value Hibernate has replaced by the element's when the
     * element is a record.
     */
    private void enterElement(Path.Node node) {
        if (!node.isInIterable()) {
            return;
        }
        element = null;
        if (node.getIndex() != null) {
            text.append('.').append(node.getIndex() + 1).append(".member");
            position.add(new Step(node.getIndex(), ""));
            current = current instanceof List<?> list ? list.get(node.getIndex()) : current;
        } else if (node.getKey() != null) {
            text.append('.').append(node.getKey()).append(".member");
            position.add(new Step(0, node.getKey().toString()));
            current = current instanceof Map<?, ?> map ? map.get(node.getKey()) : current;
        }
    }

    private void enterMember(Path.Node node) {
        text.append(text.isEmpty() ? "" : ".").append(node.getName());
        if (current != null) {
            position.add(new Step(rank(current.getClass(), node.getName()), ""));
            var property =
                    validator.getConstraintsForClass(current.getClass()).getConstraintsForProperty(node.getName());
            elements = property == null ? Set.of() : property.getConstrainedContainerElementTypes();
        }
        current = node.as(PropertyNode.class).getValue();
    }

    /** A container inside a container has a path of its own. */
    private void closeScalar() {
        if (element != null) {
            text.append(".member");
        }
    }

    private void enterScalar(Path.Node node) {
        var inner = node.as(ContainerElementNode.class);
        var index = inner.getTypeArgumentIndex();
        var kind = current instanceof Map<?, ?> ? (index == 0 ? "Map keys" : "Map value") : "Member";
        var descriptor = elements.stream()
                .filter(e -> e.getTypeArgumentIndex().equals(index))
                .findFirst();
        element = new Element(
                kind, current, descriptor.map(d -> d.getConstraintDescriptors()).orElse(Set.of()));
        elements = descriptor.map(d -> d.getConstrainedContainerElementTypes()).orElse(Set.of());
        current = inner.getValue();
    }

    private static int rank(Class<?> type, String member) {
        int rank = COMPONENTS.get(type).indexOf(member);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }
}
