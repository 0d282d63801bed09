package dev.attune.api.ga;

import dev.attune.wire.OneOf;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The shapes that tie a training job to experiments, sessions and models elsewhere in SageMaker. */
final class Bookkeeping {
    private Bookkeeping() {}

    /** AWS's ExperimentConfig. */
    record ExperimentConfig(
            @Pattern(regexp = EXPERIMENT) @Size(min = 1, max = 120) @Nullable String experimentName,

            @Pattern(regexp = EXPERIMENT) @Size(min = 1, max = 120) @Nullable String trialName,

            @Pattern(regexp = EXPERIMENT) @Size(min = 1, max = 120) @Nullable String trialComponentDisplayName,

            @Pattern(regexp = EXPERIMENT) @Size(min = 1, max = 120) @Nullable String runName) {}

    /** AWS's SessionChainingConfig. */
    record SessionChainingConfig(@Nullable Boolean enableSessionTagChaining) {}

    /** AWS's ServerlessJobConfig. */
    record ServerlessJobConfig(
            @NotNull @Pattern(regexp = MODEL_ARN) @Size(min = 1, max = 2048) String baseModelArn,

            @Nullable Boolean acceptEula,
            @NotNull @OneOf({"FineTuning", "Evaluation"}) String jobType,

            @OneOf({"SFT", "DPO", "RLVR", "RLAIF"}) @Nullable String customizationTechnique,

            @OneOf("LORA") @Nullable String peft,

            @OneOf({"LLMAJEvaluation", "CustomScorerEvaluation", "BenchmarkEvaluation"}) @Nullable String evaluationType,

            @Pattern(regexp = Names.ANY) @Nullable String evaluatorArn) {}

    /** AWS's MlflowConfig. */
    record MlflowConfig(
            @NotNull @Pattern(regexp = MLFLOW_ARN) @Size(max = 2048) String mlflowResourceArn,

            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) @Nullable String mlflowExperimentName,

            @Pattern(regexp = Names.ANY) @Size(min = 1, max = 256) @Nullable String mlflowRunName) {}

    /** AWS's ModelPackageConfig. */
    record ModelPackageConfig(
            @NotNull @Pattern(regexp = GROUP_ARN) @Size(min = 1, max = 2048) String modelPackageGroupArn,

            @Pattern(regexp = PACKAGE_ARN) @Size(min = 1, max = 2048) @Nullable String sourceModelPackageArn) {}

    private static final String EXPERIMENT = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}";
    private static final String MODEL_ARN =
            "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)"
                    + "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/Model\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}"
                    + "(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?";
    private static final String MLFLOW_ARN = "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:mlflow-[a-zA-Z-]*/.*";
    private static final String GROUP_ARN =
            "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}";
    private static final String PACKAGE_ARN =
            "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}";
}
