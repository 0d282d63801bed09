package dev.attune.api.ga;

import dev.attune.wire.GrowingEnum;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes by which a training job is debugged, profiled and watched; all are given back, and nothing more is done. */
final class Diagnostics {
    private Diagnostics() {}

    /** AWS's DebugHookConfig. */
    record DebugHookConfig(
            @Pattern(regexp = Names.ANY) @Size(max = 4096) @Nullable String localPath,

            @NotNull @Pattern(regexp = Names.S3_URI) @Size(max = 1024) String s3OutputPath,

            @Size(max = 20) @Nullable Map<
                            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) String,
                            @Pattern(regexp = Names.ANY) @Size(max = 256) String>
                    hookParameters,

            @Size(max = 20) @Nullable List<@Valid CollectionConfiguration> collectionConfigurations) {}

    /** AWS's CollectionConfiguration. */
    record CollectionConfiguration(
            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) @Nullable String collectionName,

            @Size(max = 20) @Nullable Map<
                            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) String,
                            @Pattern(regexp = Names.ANY) @Size(max = 256) String>
                    collectionParameters) {}

    /** AWS's DebugRuleConfiguration and ProfilerRuleConfiguration, which are alike. */
    record RuleConfiguration(
            @NotNull @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) String ruleConfigurationName,

            @Pattern(regexp = Names.ANY) @Size(max = 4096) @Nullable String localPath,

            @Pattern(regexp = Names.S3_URI) @Size(max = 1024) @Nullable String s3OutputPath,

            @NotNull @Pattern(regexp = Names.ANY) @Size(max = 255) String ruleEvaluatorImage,

            @GrowingEnum(list = Names.PROCESSING_INSTANCE_TYPES, looksLike = Names.INSTANCE_TYPE) @Nullable String instanceType,

            @Min(0) @Nullable Integer volumeSizeInGB,

            @Size(max = 100) @Nullable Map<
                            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) String,
                            @Pattern(regexp = Names.ANY) @Size(max = 256) String>
                    ruleParameters) {}

    /** AWS's TensorBoardOutputConfig. */
    record TensorBoardOutputConfig(
            @Pattern(regexp = Names.ANY) @Size(max = 4096) @Nullable String localPath,

            @NotNull @Pattern(regexp = Names.S3_URI) @Size(max = 1024) String s3OutputPath) {}

    /** AWS's ProfilerConfig. */
    record ProfilerConfig(
            @Pattern(regexp = Names.S3_URI) @Size(max = 1024) @Nullable String s3OutputPath,

            @Nullable Long profilingIntervalInMilliseconds,

            @Size(max = 20) @Nullable Map<
                            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) String,
                            @Pattern(regexp = Names.ANY) @Size(max = 256) String>
                    profilingParameters,

            @Nullable Boolean disableProfiler) {

        /** AWS's ProfilingStatus. */
        String status() {
            return Boolean.TRUE.equals(disableProfiler) ? "Disabled" : "Enabled";
        }
    }

    /** AWS's RemoteDebugConfig. */
    record RemoteDebugConfig(@Nullable Boolean enableRemoteDebug) {}

    /** AWS's InfraCheckConfig. */
    record InfraCheckConfig(@Nullable Boolean enableInfraCheck) {}
}
