package dev.attune.api.ga;

import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's Channel: a named source of training data. */
record Channel(
        @NotNull @Pattern(regexp = "[A-Za-z0-9\\.\\-_]+") @Size(min = 1, max = 64) String channelName,

        @NotNull @Valid DataSource dataSource,

        @Pattern(regexp = Names.ANY) @Size(max = 256) @Nullable String contentType,

        @OneOf({"None", "Gzip"}) @Nullable String compressionType,
        @OneOf({"None", "RecordIO"}) @Nullable String recordWrapperType,
        @OneOf({"Pipe", "File", "FastFile"}) @Nullable String inputMode,
        @Valid @Nullable ShuffleConfig shuffleConfig) {

    /** AWS's DataSource. */
    record DataSource(
            @Valid @Nullable S3DataSource s3DataSource,
            @Valid @Nullable FileSystemDataSource fileSystemDataSource,
            @Valid @Nullable DatasetSource datasetSource) {}

    /** AWS's S3DataSource. */
    record S3DataSource(
            @NotNull @OneOf({"ManifestFile", "S3Prefix", "AugmentedManifestFile", "Converse"})
            String s3DataType,

            @NotNull @Pattern(regexp = Names.S3_URI) @Size(max = 1024) String s3Uri,

            @OneOf({"FullyReplicated", "ShardedByS3Key"}) @Nullable String s3DataDistributionType,

            @Size(max = 16) @Nullable List<@Pattern(regexp = Names.SOME) @Size(min = 1, max = 256) String> attributeNames,

            @Size(max = 5) @Nullable List<@Pattern(regexp = Names.SOME) @Size(min = 1, max = 64) String> instanceGroupNames,

            @Valid @Nullable ModelAccessConfig modelAccessConfig,
            @Valid @Nullable HubAccessConfig hubAccessConfig) {}

    /** AWS's ModelAccessConfig. */
    record ModelAccessConfig(@NotNull Boolean acceptEula) {}

    /** AWS's HubAccessConfig. */
    record HubAccessConfig(
            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 255) String hubContentArn) {}

    /** AWS's FileSystemDataSource. */
    record FileSystemDataSource(
            @NotNull @Pattern(regexp = "(fs-[0-9a-f]{8,})") @Size(min = 11, max = 21) String fileSystemId,

            @NotNull @OneOf({"rw", "ro"}) String fileSystemAccessMode,
            @NotNull @OneOf({"EFS", "FSxLustre"}) String fileSystemType,

            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 4096) String directoryPath) {}

    /** AWS's DatasetSource. */
    record DatasetSource(
            @NotNull @Pattern(regexp = DATASET_ARN) @Size(max = 2048) String datasetArn) {}

    /** AWS's ShuffleConfig. */
    record ShuffleConfig(@NotNull Long seed) {}

    private static final String DATASET_ARN =
            "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)"
                    + "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/DataSet\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}"
                    + "(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?";
}
