package dev.attune.api.ga;

import dev.attune.api.ga.SearchExpression.Filter;
import dev.attune.api.ga.SearchExpression.NestedFilters;
import dev.attune.api.ga.query.Comparison;
import dev.attune.api.ga.query.Condition;
import dev.attune.api.ga.query.Operator;
import dev.attune.api.ga.query.Property;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a search expression into a condition. For one thread, one request. Throws TuningException INVALID. */
final class SearchConditions {
    // AWS: of Filters, NestedFilters and SubExpressions together.
    private static final int MOST = 50;

    private final String resource;
    private final Set<String> members;
    private final Set<Property> used = new HashSet<>();
    private final Map<String, String> required = new HashMap<>();
    private int parts;
    private int containing;

    /**
     * Begins with nothing.
     *
     * @param members of the records of the resource
     */
    SearchConditions(String resource, Set<String> members) {
        this.resource = resource;
        this.members = members;
    }

    /** The condition of a whole expression; fulfilled by every record where there is none. */
    Condition read(@Nullable SearchExpression expression) {
        if (expression == null) {
            return document -> true;
        }
        if (!"Or".equals(expression.operator())) {
            orEmpty(expression.filters()).forEach(this::require);
        }
        return readPart(expression);
    }

    /** A property of the resource. */
    Property property(String name) {
        var property = new Property(name);
        check(
                members.contains(property.member()),
                "The property [" + name + "] is not one of the Resource [" + resource + "].");
        used.add(property);
        return property;
    }

    /** The properties that were read. */
    Set<Property> used() {
        return Set.copyOf(used);
    }

    /** The texts that certain properties must be equal to in every record that is found. */
    Map<String, String> required() {
        return Map.copyOf(required);
    }

    private void require(Filter filter) {
        if (filter.value() != null && Operator.of(filter.operator(), filter.value()) == Operator.EQUALS) {
            required.put(filter.name(), filter.value());
        }
    }

    private Condition readPart(SearchExpression expression) {
        var conditions = new ArrayList<Condition>();
        for (var filter : orEmpty(expression.filters())) {
            count();
            conditions.add(read(filter));
        }
        for (var nested : orEmpty(expression.nestedFilters())) {
            count();
            conditions.add(read(nested));
        }
        for (var part : orEmpty(expression.subExpressions())) {
            count();
            conditions.add(readPart(part));
        }
        check(
                !conditions.isEmpty(),
                "A SearchExpression must have at least one of Filters, NestedFilters and SubExpressions.");
        return "Or".equals(expression.operator()) ? Condition.any(conditions) : Condition.all(conditions);
    }

    private Comparison read(Filter filter) {
        var comparison = Comparison.of(property(filter.name()), filter.operator(), filter.value());
        comparison.flaw().ifPresent(flaw -> check(false, flaw));
        if (comparison.operator() == Operator.CONTAINS) {
            containing++;
        }
        // AWS: the documents give this text.
        check(containing <= 1, "'CONTAINS' operator usage limit of 1 exceeded.");
        return comparison;
    }

    private Condition read(NestedFilters nested) {
        var list = property(nested.nestedPropertyName());
        var conditions = new ArrayList<Condition>();
        for (var filter : nested.filters()) {
            count();
            check(
                    filter.name().startsWith(list.name() + "."),
                    "The property [" + filter.name() + "] must begin with the NestedPropertyName [" + list.name()
                            + "] and a dot.");
            conditions.add(read(filter).within(list));
        }
        return Condition.ofOneElement(list, Condition.all(conditions));
    }

    private void count() {
        parts++;
        check(
                parts <= MOST,
                "A SearchExpression can have at most " + MOST + " Filters, NestedFilters and SubExpressions in all.");
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static void check(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
