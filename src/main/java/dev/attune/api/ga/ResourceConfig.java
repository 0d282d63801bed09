package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.wire.GrowingEnum;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's ResourceConfig: the machines of each training job. */
record ResourceConfig(
        @ActedOn("how fast it trains")
        @GrowingEnum(list = Names.TRAINING_INSTANCE_TYPES, looksLike = Names.INSTANCE_TYPE)
        @Nullable String instanceType,

        @ActedOn("how fast it trains") @Min(0) @Nullable Integer instanceCount,
        @Min(0) @Nullable Integer volumeSizeInGB,

        @Pattern(regexp = Names.KMS_KEY) @Size(max = 2048) @Nullable String volumeKmsKeyId,

        @Min(0) @Max(21600) @Nullable Integer keepAlivePeriodInSeconds,
        @Size(max = 5) @Nullable List<@Valid InstanceGroup> instanceGroups,

        @Pattern(regexp = PLAN_ARN) @Size(min = 50, max = 2048) @Nullable String trainingPlanArn,

        @Valid @Nullable InstancePlacementConfig instancePlacementConfig) {

    /** The definition's own, or what its HyperParameterTuningResourceConfig says, if that names one instance type. */
    // AWS: the SDK for Python reads it back although it always sends HyperParameterTuningResourceConfig.
    static @Nullable ResourceConfig of(HyperParameterTrainingJobDefinition definition) {
        var machines = definition.hyperParameterTuningResourceConfig();
        if (machines == null || machines.instanceType() == null) {
            return definition.resourceConfig();
        }
        return new ResourceConfig(
                machines.instanceType(),
                machines.instanceCount(),
                machines.volumeSizeInGB(),
                machines.volumeKmsKeyId(),
                null,
                null,
                null,
                null);
    }

    static ResourceConfig of(TrainingDefinition.Cluster cluster) {
        return new ResourceConfig(
                cluster.instanceType(),
                cluster.instanceCount(),
                cluster.volumeSizeInGB(),
                cluster.volumeKmsKeyId(),
                null,
                null,
                null,
                null);
    }

    /** AWS's InstanceGroup. */
    record InstanceGroup(
            @ActedOn("the first group's")
            @NotNull @GrowingEnum(list = Names.TRAINING_INSTANCE_TYPES, looksLike = Names.INSTANCE_TYPE)
            String instanceType,

            @ActedOn("the sum") @NotNull @Min(0) Integer instanceCount,

            @NotNull @Pattern(regexp = Names.SOME) @Size(min = 1, max = 64) String instanceGroupName) {}

    /** AWS's InstancePlacementConfig. */
    record InstancePlacementConfig(
            @Nullable Boolean enableMultipleJobs,
            @Size(max = 10) @Nullable List<@Valid PlacementSpecification> placementSpecifications) {}

    /** AWS's PlacementSpecification. */
    record PlacementSpecification(
            @Size(max = 256) @Nullable String ultraServerId,
            @NotNull @Min(0) Integer instanceCount) {}

    static final String PLAN_ARN = "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-plan/.*";
}
