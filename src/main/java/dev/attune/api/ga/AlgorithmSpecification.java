package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Arns;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.HyperParameterAlgorithmSpecification;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.Metric;
import dev.attune.tuning.Scope;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's AlgorithmSpecification: what a training job runs. */
record AlgorithmSpecification(
        @ActedOn("chooses the simulated workload") @Pattern(regexp = Names.ANY) @Size(max = 255) @Nullable String trainingImage,

        @ActedOn("chooses the simulated workload")
        @Pattern(regexp = Names.ALGORITHM) @Size(min = 1, max = 170) @Nullable String algorithmName,

        @NotNull @OneOf({"Pipe", "File", "FastFile"}) String trainingInputMode,

        @ActedOn("read from the training job's log") @Size(max = 40) @Nullable List<@Valid Metric> metricDefinitions,

        @Nullable Boolean enableSageMakerMetricsTimeSeries,

        @Size(min = 1, max = 100) @Nullable List<@Pattern(regexp = Names.ANY) @Size(max = 256) String> containerEntrypoint,

        @Size(min = 1, max = 100) @Nullable List<@Pattern(regexp = Names.ANY) @Size(max = 256) String> containerArguments,

        @Valid @Nullable TrainingImageConfig trainingImageConfig) {

    /** AWS's TrainingImageConfig. */
    record TrainingImageConfig(
            @NotNull @OneOf({"Platform", "Vpc"}) String trainingRepositoryAccessMode,
            @Valid @Nullable TrainingRepositoryAuthConfig trainingRepositoryAuthConfig) {}

    /** AWS's TrainingRepositoryAuthConfig. */
    record TrainingRepositoryAuthConfig(
            @NotNull @Pattern(regexp = LAMBDA_ARN) @Size(min = 1, max = 2048) String trainingRepositoryCredentialsProviderArn) {}

    /** That of a tuning job's training jobs. */
    static AlgorithmSpecification of(HyperParameterAlgorithmSpecification algorithm) {
        return new AlgorithmSpecification(
                algorithm.trainingImage(),
                algorithm.algorithmName(),
                algorithm.trainingInputMode(),
                algorithm.metricDefinitions(),
                null,
                null,
                null,
                null);
    }

    /** What a tuning job's training jobs have of it. */
    HyperParameterAlgorithmSpecification asTuned() {
        return new HyperParameterAlgorithmSpecification(
                trainingImage, trainingInputMode, algorithmName, metricDefinitions);
    }

    // AWS: the time series are off where nothing is said; an algorithm's name is its ARN.
    /** The same as it is given back: with these metrics. */
    AlgorithmSpecification shown(@Nullable List<Metric> metrics, Scope scope) {
        return new AlgorithmSpecification(
                trainingImage,
                algorithmName == null ? null : Arns.algorithm(scope, algorithmName),
                trainingInputMode,
                metrics,
                Boolean.TRUE.equals(enableSageMakerMetricsTimeSeries),
                containerEntrypoint,
                containerArguments,
                trainingImageConfig);
    }

    private static final String LAMBDA_ARN = "arn:[\\p{Alnum}\\-]+:lambda:[\\p{Alnum}\\-]+:[0-9]{12}:function:.*";
}
