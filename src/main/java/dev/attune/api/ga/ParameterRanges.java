package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AWS's ParameterRanges: a list for each kind. */
record ParameterRanges(
        @Size(max = 30) @Nullable List<@Valid NumericRange> integerParameterRanges,
        @Size(max = 30) @Nullable List<@Valid NumericRange> continuousParameterRanges,
        @Size(max = 30) @Nullable List<@Valid CategoricalRange> categoricalParameterRanges,

        @ActedOn("with Autotune") @Size(max = 100) @Nullable List<@Valid AutoParameter> autoParameters) {

    // AWS: answers say Auto where the request said nothing.
    /** The same, where every numeric range says how it is scaled. */
    ParameterRanges scaled() {
        return new ParameterRanges(
                scaled(integerParameterRanges),
                scaled(continuousParameterRanges),
                categoricalParameterRanges,
                autoParameters);
    }

    private static @Nullable List<NumericRange> scaled(@Nullable List<NumericRange> ranges) {
        return ranges == null ? null : ranges.stream().map(NumericRange::scaled).toList();
    }

    /** How many hyperparameters have a range. */
    int count() {
        return Stream.of(integerParameterRanges, continuousParameterRanges, categoricalParameterRanges)
                .filter(Objects::nonNull)
                .mapToInt(List::size)
                .sum();
    }

    /** AWS's IntegerParameterRange and ContinuousParameterRange; numbers are text. */
    record NumericRange(
            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 256) String name,

            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 256) String minValue,

            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 256) String maxValue,

            @OneOf({"Auto", "Linear", "Logarithmic", "ReverseLogarithmic"}) @Nullable String scalingType) {
        NumericRange scaled() {
            return scalingType == null ? new NumericRange(name, minValue, maxValue, "Auto") : this;
        }
    }

    /** AWS's CategoricalParameterRange. */
    record CategoricalRange(
            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 256) String name,

            @NotNull @Size(min = 1, max = 30) List<@Pattern(regexp = Names.ANY) @Size(max = 256) String> values) {}

    /** AWS's AutoParameter. */
    record AutoParameter(
            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 256) String name,

            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 256) String valueHint) {}
}
