package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.tuning.Limits;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** AWS's HyperParameterTuningJobConfig: strategy, objective, limits, ranges, and when to end. */
@ActedOn
record HyperParameterTuningJobConfig(
        @ActedOn("`Grid` takes categorical ranges only, in their order, the last one's values fastest")
        @NotNull @OneOf({"Bayesian", "Random", "Hyperband", "Grid"})
        String strategy,

        @ActedOn("with Hyperband") @Valid @Nullable StrategyConfig strategyConfig,
        @Valid @Nullable HyperParameterTuningJobObjective hyperParameterTuningJobObjective,
        @NotNull @Valid ResourceLimits resourceLimits,
        @Valid @Nullable ParameterRanges parameterRanges,

        @ActedOn @OneOf({"Off", "Auto"}) @Nullable String trainingJobEarlyStoppingType,

        @Valid @Nullable CompletionCriteria tuningJobCompletionCriteria,

        @ActedOn(
                "the same seed and request give the same configurations, values and order, under any name and on any installation")
        @Min(0) @Nullable Integer randomSeed) {

    /** AWS's HyperParameterTuningJobStrategyConfig. */
    record StrategyConfig(@Valid @Nullable HyperbandStrategyConfig hyperbandStrategyConfig) {}

    /** AWS's HyperbandStrategyConfig. */
    record HyperbandStrategyConfig(
            @Min(1) @Nullable Integer minResource,
            @Min(1) @Nullable Integer maxResource) {}

    /** AWS's ResourceLimits. */
    record ResourceLimits(
            @Min(1) @Nullable Integer maxNumberOfTrainingJobs,
            @NotNull @Min(1) Integer maxParallelTrainingJobs,
            @Min(120) @Max(15_768_000) @Nullable Integer maxRuntimeInSeconds) {
        static ResourceLimits of(Limits limits) {
            var runtime = limits.maxRuntime();
            return new ResourceLimits(
                    limits.maxTrials(),
                    limits.maxParallel(),
                    runtime == null ? null : (int) Math.min(Integer.MAX_VALUE, runtime.toSeconds()));
        }
    }

    /** AWS's TuningJobCompletionCriteria. */
    record CompletionCriteria(
            @Nullable Double targetObjectiveMetricValue,
            @Valid @Nullable BestObjectiveNotImproving bestObjectiveNotImproving,
            @Valid @Nullable ConvergenceDetected convergenceDetected) {}

    /** AWS's BestObjectiveNotImproving. */
    record BestObjectiveNotImproving(@Min(3) @Nullable Integer maxNumberOfTrainingJobsNotImproving) {}

    /** AWS's ConvergenceDetected. */
    record ConvergenceDetected(
            @OneOf({"Disabled", "Enabled"}) @Nullable String completeOnConvergence) {}
}
