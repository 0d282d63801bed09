package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Echoed;
import dev.attune.wire.GrowingEnum;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS's HyperParameterTrainingJobDefinition: the training jobs that a tuning job launches. */
@Echoed("by DescribeTrainingJob too")
record HyperParameterTrainingJobDefinition(
        @Echoed("as TrainingJobDefinitionName of training jobs too")
        @Pattern(regexp = Names.DEFINITION) @Size(min = 1, max = 64) @Nullable String definitionName,

        @ActedOn @Valid @Nullable HyperParameterTuningJobObjective tuningObjective,
        @ActedOn @Valid @Nullable ParameterRanges hyperParameterRanges,

        @ActedOn("where a simulated image reads them") @Size(max = 100) @Nullable Map<@Pattern(regexp = Names.ANY) @Size(max = 256) String, @Pattern(regexp = Names.ANY) @Size(max = 2500) String>
                staticHyperParameters,

        @NotNull @Valid HyperParameterAlgorithmSpecification algorithmSpecification,

        @NotNull @Pattern(regexp = Names.ROLE) @Size(min = 20, max = 2048) String roleArn,

        @Size(min = 1, max = 20) @Nullable List<@Valid Channel> inputDataConfig,
        @Valid @Nullable VpcConfig vpcConfig,
        @NotNull @Valid OutputDataConfig outputDataConfig,
        @Valid @Nullable ResourceConfig resourceConfig,
        @Valid @Nullable HyperParameterTuningResourceConfig hyperParameterTuningResourceConfig,
        @NotNull @Valid StoppingCondition stoppingCondition,
        @Nullable Boolean enableNetworkIsolation,
        @Nullable Boolean enableInterContainerTrafficEncryption,

        @ActedOn("less time is billed, and workload documents may interrupt it") @Nullable Boolean enableManagedSpotTraining,

        @Valid @Nullable CheckpointConfig checkpointConfig,
        @ActedOn @Valid @Nullable RetryStrategy retryStrategy,

        @Size(max = 48) @Nullable Map<
                        @Pattern(regexp = "[a-zA-Z_][a-zA-Z0-9_]*") @Size(max = 512) String,
                        @Pattern(regexp = "[\\S\\s]*") @Size(max = 512) String>
                environment) {

    /** The same with other ranges, static hyperparameters and retries. */
    HyperParameterTrainingJobDefinition with(
            @Nullable ParameterRanges ranges, @Nullable Map<String, String> statics, @Nullable RetryStrategy retries) {
        return new HyperParameterTrainingJobDefinition(
                definitionName,
                tuningObjective,
                ranges,
                statics,
                algorithmSpecification,
                roleArn,
                inputDataConfig,
                vpcConfig,
                outputDataConfig,
                resourceConfig,
                hyperParameterTuningResourceConfig,
                stoppingCondition,
                enableNetworkIsolation,
                enableInterContainerTrafficEncryption,
                enableManagedSpotTraining,
                checkpointConfig,
                retries,
                environment);
    }

    /** AWS's HyperParameterAlgorithmSpecification. */
    record HyperParameterAlgorithmSpecification(
            @ActedOn("chooses the simulated workload") @Pattern(regexp = Names.ANY) @Size(max = 255) @Nullable String trainingImage,

            @NotNull @OneOf({"Pipe", "File", "FastFile"}) String trainingInputMode,

            @ActedOn("chooses the simulated workload")
            @Pattern(regexp = Names.ALGORITHM) @Size(min = 1, max = 170) @Nullable String algorithmName,

            @ActedOn("read from the training job's log") @Size(max = 40) @Nullable List<@Valid Metric> metricDefinitions) {}

    /** AWS's MetricDefinition. */
    record Metric(
            @NotNull @Pattern(regexp = Names.SOME) @Size(min = 1, max = 255) String name,

            @NotNull @Pattern(regexp = Names.SOME) @Size(min = 1, max = 500) String regex) {}

    /** AWS's VpcConfig. */
    record VpcConfig(
            @NotNull @Size(min = 1, max = 5) List<@Pattern(regexp = Names.VPC_ID) @Size(max = 32) String> securityGroupIds,

            @NotNull @Size(min = 1, max = 16) List<@Pattern(regexp = Names.VPC_ID) @Size(max = 32) String> subnets) {}

    /** AWS's OutputDataConfig. */
    record OutputDataConfig(
            @Pattern(regexp = Names.KMS_KEY) @Size(max = 2048) @Nullable String kmsKeyId,

            @ActedOn("begins ModelArtifacts") @NotNull @Pattern(regexp = Names.S3_URI) @Size(max = 1024) String s3OutputPath,

            @OneOf({"GZIP", "NONE"}) @Nullable String compressionType) {}

    /** AWS's HyperParameterTuningResourceConfig. */
    record HyperParameterTuningResourceConfig(
            @ActedOn("how fast it trains")
            @GrowingEnum(list = Names.TRAINING_INSTANCE_TYPES, looksLike = Names.INSTANCE_TYPE)
            @Nullable String instanceType,

            @ActedOn("how fast it trains") @Min(0) @Nullable Integer instanceCount,
            @Min(0) @Nullable Integer volumeSizeInGB,

            @Pattern(regexp = Names.KMS_KEY) @Size(max = 2048) @Nullable String volumeKmsKeyId,

            @OneOf("Prioritized") @Nullable String allocationStrategy,

            @ActedOn("the first") @Size(min = 1, max = 6) @Nullable List<@Valid InstanceConfig> instanceConfigs) {}

    /** AWS's HyperParameterTuningInstanceConfig. */
    record InstanceConfig(
            @NotNull @GrowingEnum(list = Names.TRAINING_INSTANCE_TYPES, looksLike = Names.INSTANCE_TYPE)
            String instanceType,

            @NotNull @Min(0) Integer instanceCount,
            @Echoed @NotNull @Min(1) Integer volumeSizeInGB) {}

    /** AWS's StoppingCondition. */
    record StoppingCondition(
            @ActedOn("a day where there is none") @Min(1) @Nullable Integer maxRuntimeInSeconds,

            @ActedOn("with spot training") @Min(1) @Nullable Integer maxWaitTimeInSeconds,

            @Min(1800) @Max(2_419_200) @Nullable Integer maxPendingTimeInSeconds) {}

    /** AWS's CheckpointConfig. */
    record CheckpointConfig(
            @NotNull @Pattern(regexp = Names.S3_URI) @Size(max = 1024) String s3Uri,

            @Pattern(regexp = Names.ANY) @Size(max = 4096) @Nullable String localPath) {}

    /** AWS's RetryStrategy. */
    record RetryStrategy(@NotNull @Min(1) @Max(30) Integer maximumRetryAttempts) {}
}
