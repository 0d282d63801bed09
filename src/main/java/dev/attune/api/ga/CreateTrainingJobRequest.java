package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Echoed;
import dev.attune.api.NoEffect;
import dev.attune.api.ga.Bookkeeping.ExperimentConfig;
import dev.attune.api.ga.Bookkeeping.MlflowConfig;
import dev.attune.api.ga.Bookkeeping.ModelPackageConfig;
import dev.attune.api.ga.Bookkeeping.ServerlessJobConfig;
import dev.attune.api.ga.Bookkeeping.SessionChainingConfig;
import dev.attune.api.ga.Diagnostics.DebugHookConfig;
import dev.attune.api.ga.Diagnostics.InfraCheckConfig;
import dev.attune.api.ga.Diagnostics.ProfilerConfig;
import dev.attune.api.ga.Diagnostics.RemoteDebugConfig;
import dev.attune.api.ga.Diagnostics.RuleConfiguration;
import dev.attune.api.ga.Diagnostics.TensorBoardOutputConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.CheckpointConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.OutputDataConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.RetryStrategy;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.StoppingCondition;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.VpcConfig;
import dev.attune.tuning.SingleTrainingJobSnapshot;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TrainingRun;
import dev.attune.wire.JsonText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * AWS's CreateTrainingJobRequest; without its tags it is kept as text with the job, and is what DescribeTrainingJob gives back. What is
 * written once must be readable for ever.
 */
@Echoed("by DescribeTrainingJob")
record CreateTrainingJobRequest(
        @ActedOn @NotNull @Pattern(regexp = Names.TRAINING_JOB) @Size(min = 1, max = 63) String trainingJobName,

        @ActedOn("where a simulated image reads them") @Size(max = 100) @Nullable Map<@Pattern(regexp = Names.ANY) @Size(max = 256) String, @Pattern(regexp = Names.ANY) @Size(max = 2500) String>
                hyperParameters,

        @Valid @Nullable AlgorithmSpecification algorithmSpecification,

        @NotNull @Pattern(regexp = Names.ROLE) @Size(min = 20, max = 2048) String roleArn,

        @Size(min = 1, max = 20) @Nullable List<@Valid Channel> inputDataConfig,
        @NotNull @Valid OutputDataConfig outputDataConfig,
        @Valid @Nullable ResourceConfig resourceConfig,
        @Valid @Nullable VpcConfig vpcConfig,
        @Valid @Nullable StoppingCondition stoppingCondition,
        @ActedOn @Size(max = 50) @Nullable List<@Valid TagShape> tags,
        @Nullable Boolean enableNetworkIsolation,
        @Nullable Boolean enableInterContainerTrafficEncryption,

        @ActedOn("less time is billed, and workload documents may interrupt it") @Nullable Boolean enableManagedSpotTraining,

        @Valid @Nullable CheckpointConfig checkpointConfig,
        @Valid @Nullable DebugHookConfig debugHookConfig,

        @Size(max = 20) @Nullable List<@Valid RuleConfiguration> debugRuleConfigurations,

        @Valid @Nullable TensorBoardOutputConfig tensorBoardOutputConfig,
        @Valid @Nullable ExperimentConfig experimentConfig,
        @Valid @Nullable ProfilerConfig profilerConfig,

        @Size(max = 20) @Nullable List<@Valid RuleConfiguration> profilerRuleConfigurations,

        @Size(max = 100) @Nullable Map<
                        @Pattern(regexp = "[a-zA-Z_][a-zA-Z0-9_]*") @Size(max = 512) String,
                        @Pattern(regexp = "[\\S\\s]*") @Size(max = 512) String>
                environment,

        @ActedOn @Valid @Nullable RetryStrategy retryStrategy,
        @Valid @Nullable RemoteDebugConfig remoteDebugConfig,
        @Valid @Nullable InfraCheckConfig infraCheckConfig,
        @NoEffect @Valid @Nullable SessionChainingConfig sessionChainingConfig,
        @ActedOn("refused") @Valid @Nullable ServerlessJobConfig serverlessJobConfig,
        @Valid @Nullable MlflowConfig mlflowConfig,
        @ActedOn("refused") @Valid @Nullable ModelPackageConfig modelPackageConfig) {

    /** What was asked of a training job: in its own request, or in that of the tuning job that launched it. */
    static CreateTrainingJobRequest of(TrainingRun run, JsonText json) {
        if (run instanceof SingleTrainingJobSnapshot single) {
            return json.read(single.job().asked(), CreateTrainingJobRequest.class);
        }
        var launched = (TrainingJobSnapshot) run;
        var trainings = Echo.of(launched.tuningJob(), json).trainings();
        return of(launched, trainings.get(launched.trial().algorithm()));
    }

    /** The same where what was asked of the tuning job is read already. */
    static CreateTrainingJobRequest of(TrainingJobSnapshot run, HyperParameterTrainingJobDefinition asked) {
        return new CreateTrainingJobRequest(
                run.name(),
                run.trainingJob().hyperParameters(),
                AlgorithmSpecification.of(asked.algorithmSpecification()),
                asked.roleArn(),
                asked.inputDataConfig(),
                asked.outputDataConfig(),
                machines(asked, run.training()),
                asked.vpcConfig(),
                asked.stoppingCondition(),
                null,
                asked.enableNetworkIsolation(),
                asked.enableInterContainerTrafficEncryption(),
                asked.enableManagedSpotTraining(),
                asked.checkpointConfig(),
                null,
                null,
                null,
                null,
                null,
                null,
                asked.environment(),
                asked.retryStrategy(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ResourceConfig machines(HyperParameterTrainingJobDefinition asked, TrainingDefinition training) {
        return asked.resourceConfig() != null ? asked.resourceConfig() : ResourceConfig.of(training.cluster());
    }

    /** The training alone, in the shape of a tuning job's; AlgorithmSpecification must be there. */
    HyperParameterTrainingJobDefinition training() {
        return new HyperParameterTrainingJobDefinition(
                null,
                null,
                null,
                hyperParameters,
                Objects.requireNonNull(algorithmSpecification).asTuned(),
                roleArn,
                inputDataConfig,
                vpcConfig,
                outputDataConfig,
                resourceConfig,
                null,
                stoppingCondition == null ? new StoppingCondition(null, null, null) : stoppingCondition,
                enableNetworkIsolation,
                enableInterContainerTrafficEncryption,
                enableManagedSpotTraining,
                checkpointConfig,
                retryStrategy,
                environment);
    }

    /** The same without the tags, which are kept by themselves. */
    CreateTrainingJobRequest withoutTags() {
        return new CreateTrainingJobRequest(
                trainingJobName,
                hyperParameters,
                algorithmSpecification,
                roleArn,
                inputDataConfig,
                outputDataConfig,
                resourceConfig,
                vpcConfig,
                stoppingCondition,
                null,
                enableNetworkIsolation,
                enableInterContainerTrafficEncryption,
                enableManagedSpotTraining,
                checkpointConfig,
                debugHookConfig,
                debugRuleConfigurations,
                tensorBoardOutputConfig,
                experimentConfig,
                profilerConfig,
                profilerRuleConfigurations,
                environment,
                retryStrategy,
                remoteDebugConfig,
                infraCheckConfig,
                sessionChainingConfig,
                serverlessJobConfig,
                mlflowConfig,
                modelPackageConfig);
    }
}
