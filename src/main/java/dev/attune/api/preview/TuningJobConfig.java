package dev.attune.api.preview;

import dev.attune.api.ActedOn;
import dev.attune.api.Echoed;
import dev.attune.tuning.Limits;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's TuningJobConfig: strategy, objective, limits and ranges. */
@ActedOn
record TuningJobConfig(
        @OneOf("Bayesian") @Nullable String strategy,
        @NotNull @Valid TuningJobObjective tuningJobObjective,
        @NotNull @Valid ResourceLimits resourceLimits,
        @NotNull @Valid ParameterRanges parameterRanges) {

    /** AWS's TuningJobObjective. */
    record TuningJobObjective(
            @NotNull @OneOf({"Maximize", "Minimize"}) String type,
            @NotNull @Size(min = 1, max = 255) String metricName) {}

    /** AWS's ResourceLimits. */
    record ResourceLimits(
            @Min(1) @Nullable Integer maxNumberOfTrainingJobs,
            @Min(1) @Nullable Integer maxParallelTrainingJobs,
            @Min(1) @Nullable Integer maxClockTimeInHours) {
        static ResourceLimits of(Limits limits) {
            var runtime = limits.maxRuntime();
            return new ResourceLimits(
                    limits.maxTrials(),
                    limits.maxParallel(),
                    runtime == null ? null : (int) runtime.plusMinutes(59).toHours());
        }
    }

    /** AWS's ParameterRanges: a list for each kind. */
    record ParameterRanges(
            @Size(max = 20) @Nullable List<@Valid NumericRange> integerParameterRanges,
            @Size(max = 20) @Nullable List<@Valid NumericRange> continuousParameterRanges,
            @Size(max = 20) @Nullable List<@Valid CategoricalRange> categoricalParameterRanges) {}

    /** AWS's IntegerParameterRange and ContinuousParameterRange; numbers are text. */
    record NumericRange(
            @NotNull @Size(max = 256) String name,

            @Echoed("must be that of its list") @NotNull @OneOf({"Integer", "Continuous", "Categorical"})
            String type,

            @NotNull @Size(max = 256) String minValue,
            @NotNull @Size(max = 256) String maxValue) {}

    /** AWS's CategoricalParameterRange. */
    record CategoricalRange(
            @NotNull @Size(max = 256) String name,

            @Echoed("must be that of its list") @NotNull @OneOf({"Integer", "Continuous", "Categorical"})
            String type,

            @NotNull @Size(min = 1, max = 20) List<@Size(max = 256) String> values) {}
}
