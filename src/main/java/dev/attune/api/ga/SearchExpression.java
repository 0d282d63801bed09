package dev.attune.api.ga;

import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's SearchExpression. */
record SearchExpression(
        @Size(min = 1, max = 20) @Nullable List<@Valid Filter> filters,

        @Size(min = 1, max = 20) @Nullable List<@Valid NestedFilters> nestedFilters,

        @Size(min = 1, max = 20) @Nullable List<@Valid SearchExpression> subExpressions,

        @OneOf({"And", "Or"}) @Nullable String operator) {

    /** AWS's Filter. */
    record Filter(
            @NotNull @Pattern(regexp = Names.SOME) @Size(min = 1, max = 255) String name,

            @OneOf({
                "Equals",
                "NotEquals",
                "GreaterThan",
                "GreaterThanOrEqualTo",
                "LessThan",
                "LessThanOrEqualTo",
                "Contains",
                "Exists",
                "NotExists",
                "In"
            })
            @Nullable String operator,

            @Pattern(regexp = Names.SOME) @Size(min = 1, max = 1024) @Nullable String value) {}

    /** AWS's NestedFilters. */
    record NestedFilters(
            @NotNull @Pattern(regexp = Names.SOME) @Size(min = 1, max = 255) String nestedPropertyName,

            @NotNull @Size(min = 1, max = 20) List<@Valid Filter> filters) {}
}
