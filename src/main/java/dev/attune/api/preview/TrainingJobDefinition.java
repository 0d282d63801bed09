package dev.attune.api.preview;

import dev.attune.api.ActedOn;
import dev.attune.api.Echoed;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS's TrainingJobDefinition: the training jobs that a tuning job launches. */
@Echoed("by DescribeTrainingJob")
record TrainingJobDefinition(
        @ActedOn("where a simulated image reads them") @Nullable Map<@Size(max = 256) String, @Size(max = 256) String> staticHyperParameters,

        @NotNull @Valid AlgorithmSpecification algorithmSpecification,
        @NotNull @Size(min = 20, max = 2048) String roleArn,
        @NotNull @Size(min = 1, max = 8) List<@Valid Channel> inputDataConfig,
        @NotNull @Valid OutputDataConfig outputDataConfig,
        @NotNull @Valid ResourceConfig resourceConfig,
        @NotNull @Valid StoppingCondition stoppingCondition,

        @ActedOn("tags of the training jobs, which go before `Tags` of the same key") @Size(max = 50) @Nullable List<@Valid TagShape> tags) {

    /** AWS's AlgorithmSpecification. */
    record AlgorithmSpecification(
            @ActedOn("chooses the simulated workload") @NotNull @Size(max = 255) String trainingImage,

            @NotNull @OneOf({"Pipe", "File"}) String trainingInputMode,

            @ActedOn("read from the training job's log") @Size(max = 20) @Nullable List<@Valid MetricDefinitionShape> metricDefinitions) {}

    /** AWS's MetricDefinition. */
    record MetricDefinitionShape(
            @NotNull @Size(min = 1, max = 255) String name,
            @NotNull @Size(min = 1, max = 100) String regex) {}

    /** AWS's Channel. */
    record Channel(
            @NotNull @Pattern(regexp = "[A-Za-z0-9\\.\\-_]+") @Size(min = 1, max = 64) String channelName,

            @NotNull @Valid DataSource dataSource,
            @Size(max = 256) @Nullable String contentType,
            @OneOf({"None", "Gzip"}) @Nullable String compressionType,
            @OneOf({"None", "RecordIO"}) @Nullable String recordWrapperType) {}

    /** AWS's DataSource. */
    record DataSource(@NotNull @Valid S3DataSource s3DataSource) {}

    /** AWS's S3DataSource. */
    record S3DataSource(
            @NotNull @OneOf({"ManifestFile", "S3Prefix"}) String s3DataType,
            @NotNull @Size(max = 1024) String s3Uri,

            @OneOf({"FullyReplicated", "ShardedByS3Key"}) @Nullable String s3DataDistributionType) {}

    /** AWS's OutputDataConfig. */
    record OutputDataConfig(
            @Size(max = 2048) @Nullable String kmsKeyId,

            @ActedOn("begins ModelArtifacts") @NotNull @Size(max = 1024) String s3OutputPath) {}

    /** AWS's ResourceConfig. */
    record ResourceConfig(
            @ActedOn("how fast it trains, and ComputeHours")
            @NotNull @OneOf({
                "ml.m4.xlarge",
                "ml.m4.4xlarge",
                "ml.m4.10xlarge",
                "ml.c4.xlarge",
                "ml.c4.2xlarge",
                "ml.c4.8xlarge",
                "ml.p2.xlarge",
                "ml.p2.8xlarge",
                "ml.p2.16xlarge",
                "ml.p3.2xlarge",
                "ml.p3.8xlarge",
                "ml.p3.16xlarge",
                "ml.c5.xlarge",
                "ml.c5.2xlarge",
                "ml.c5.4xlarge",
                "ml.c5.9xlarge",
                "ml.c5.18xlarge"
            })
            String instanceType,

            @ActedOn("how fast it trains, and ComputeHours") @NotNull @Min(1) Integer instanceCount,

            @NotNull @Min(1) Integer volumeSizeInGB,
            @Size(max = 2048) @Nullable String volumeKmsKeyId) {}

    /** AWS's StoppingCondition. */
    record StoppingCondition(@ActedOn @NotNull @Min(1) Integer maxRuntimeInSeconds) {}
}
