package dev.attune.api.ga.query;

import java.util.List;
import java.util.Map;

/** What a record must fulfil to be found. */
@FunctionalInterface
public interface Condition {
    boolean holds(Map<String, Object> document);

    /** Fulfilled where all are. */
    static Condition all(List<Condition> conditions) {
        var parts = List.copyOf(conditions);
        return document -> parts.stream().allMatch(part -> part.holds(document));
    }

    /** Fulfilled where one is. */
    static Condition any(List<Condition> conditions) {
        var parts = List.copyOf(conditions);
        return document -> parts.stream().anyMatch(part -> part.holds(document));
    }

    /** Fulfilled where one element of a list fulfils the condition on its own members. */
    static Condition ofOneElement(Property list, Condition condition) {
        return document -> list.elements(document).stream().anyMatch(condition::holds);
    }
}
