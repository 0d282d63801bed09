package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.api.Numbers;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.CheckpointConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.Metric;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.OutputDataConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.RetryStrategy;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.StoppingCondition;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.VpcConfig;
import dev.attune.training.Bill;
import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricReading;
import dev.attune.training.Transition;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TuningJob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** AWS's DescribeTrainingJobResponse. */
record TrainingJobDescription(
        String trainingJobName,
        String trainingJobArn,
        @Nullable String tuningJobArn,
        ModelArtifacts modelArtifacts,
        String trainingJobStatus,
        String secondaryStatus,
        @Nullable String failureReason,
        Map<String, String> hyperParameters,
        AlgorithmSpecification algorithmSpecification,
        String roleArn,
        @Nullable List<Channel> inputDataConfig,
        OutputDataConfig outputDataConfig,
        @Nullable ResourceConfig resourceConfig,
        @Nullable VpcConfig vpcConfig,
        StoppingCondition stoppingCondition,
        Instant creationTime,
        @Nullable Instant trainingStartTime,
        @Nullable Instant trainingEndTime,
        Instant lastModifiedTime,
        List<SecondaryStatusTransition> secondaryStatusTransitions,
        @Nullable List<MetricData> finalMetricDataList,
        boolean enableNetworkIsolation,
        boolean enableInterContainerTrafficEncryption,
        boolean enableManagedSpotTraining,
        @Nullable CheckpointConfig checkpointConfig,
        @Nullable Long trainingTimeInSeconds,
        @Nullable Long billableTimeInSeconds,
        Diagnostics.@Nullable DebugHookConfig debugHookConfig,
        Bookkeeping.@Nullable ExperimentConfig experimentConfig,
        @Nullable List<Diagnostics.RuleConfiguration> debugRuleConfigurations,
        Diagnostics.@Nullable TensorBoardOutputConfig tensorBoardOutputConfig,
        Diagnostics.@Nullable ProfilerConfig profilerConfig,
        @Nullable List<Diagnostics.RuleConfiguration> profilerRuleConfigurations,
        String profilingStatus,
        @Nullable Map<String, String> environment,
        @Nullable RetryStrategy retryStrategy,
        Diagnostics.@Nullable RemoteDebugConfig remoteDebugConfig,
        Diagnostics.@Nullable InfraCheckConfig infraCheckConfig,
        Bookkeeping.@Nullable MlflowConfig mlflowConfig) {

    /** AWS's ModelArtifacts. */
    record ModelArtifacts(String s3ModelArtifacts) {}

    /** AWS's SecondaryStatusTransition. */
    record SecondaryStatusTransition(
            String status, Instant startTime, @Nullable Instant endTime, String statusMessage) {}

    /** AWS's MetricData; its time is in whole seconds. */
    record MetricData(String metricName, double value, Instant timestamp) {}

    static TrainingJobDescription of(TrainingRun run, CreateTrainingJobRequest asked) {
        var report = run.report();
        var bill = bill(run);
        return new TrainingJobDescription(
                run.name(),
                Arns.trainingJob(run.scope(), run.name()),
                tuningJobArn(run),
                artifacts(run),
                report.status().word(),
                run.secondaryStatus(),
                report.failureReason(),
                run.trainingJob().hyperParameters(),
                algorithm(run, asked),
                asked.roleArn(),
                asked.inputDataConfig(),
                output(asked.outputDataConfig()),
                asked.resourceConfig(),
                asked.vpcConfig(),
                stoppingCondition(run, asked.stoppingCondition()),
                run.createdAt(),
                report.trainingStartedAt(),
                report.trainingStartedAt() == null ? null : report.endedAt(),
                run.lastModifiedAt(),
                report.transitions().stream()
                        .map(TrainingJobDescription::transition)
                        .toList(),
                finalMetrics(run),
                Boolean.TRUE.equals(asked.enableNetworkIsolation()),
                Boolean.TRUE.equals(asked.enableInterContainerTrafficEncryption()),
                Boolean.TRUE.equals(asked.enableManagedSpotTraining()),
                asked.checkpointConfig(),
                bill == null ? null : bill.training().toSeconds(),
                bill == null ? null : bill.billable().toSeconds(),
                asked.debugHookConfig(),
                asked.experimentConfig(),
                asked.debugRuleConfigurations(),
                asked.tensorBoardOutputConfig(),
                asked.profilerConfig(),
                asked.profilerRuleConfigurations(),
                profilingStatus(asked.profilerConfig()),
                asked.environment(),
                asked.retryStrategy(),
                asked.remoteDebugConfig(),
                asked.infraCheckConfig(),
                asked.mlflowConfig());
    }

    // AWS: said of jobs that ask for no profiler, too.
    private static String profilingStatus(Diagnostics.@Nullable ProfilerConfig profiler) {
        return profiler == null ? "Disabled" : profiler.status();
    }

    /** In the form in which the operation that created the tuning job answered it; null where there is none. */
    private static @Nullable String tuningJobArn(TrainingRun run) {
        return run instanceof TrainingJobSnapshot launched ? tuningJobArn(launched.tuningJob()) : null;
    }

    /** In the form in which the operation that created the tuning job answered it. */
    static String tuningJobArn(TuningJob job) {
        return job.definition().asked() == null ? Arns.tuningJob(job) : Arns.hyperParameterTuningJob(job);
    }

    // AWS: with the metrics that the image brings.
    private static AlgorithmSpecification algorithm(TrainingRun run, CreateTrainingJobRequest asked) {
        var metrics = run.training().metrics().stream()
                .map(metric -> new Metric(metric.name(), metric.regex()))
                .toList();
        return Objects.requireNonNull(asked.algorithmSpecification())
                .shown(metrics.isEmpty() ? null : metrics, run.scope());
    }

    // AWS: no key is given back as an empty one.
    private static OutputDataConfig output(OutputDataConfig output) {
        return new OutputDataConfig(
                output.kmsKeyId() == null ? "" : output.kmsKeyId(), output.s3OutputPath(), output.compressionType());
    }

    private static StoppingCondition stoppingCondition(TrainingRun run, @Nullable StoppingCondition asked) {
        return new StoppingCondition(
                (int) run.training().maxRuntime().toSeconds(),
                asked == null ? null : asked.maxWaitTimeInSeconds(),
                asked == null ? null : asked.maxPendingTimeInSeconds());
    }

    private static ModelArtifacts artifacts(TrainingRun run) {
        var path = run.training().output().s3Path();
        return new ModelArtifacts((path.endsWith("/") ? path : path + "/") + run.name() + "/output/model.tar.gz");
    }

    private static SecondaryStatusTransition transition(Transition transition) {
        return new SecondaryStatusTransition(
                transition.status(), transition.start(), transition.end(), transition.message());
    }

    // AWS: a tuning job of a built-in algorithm reads its objective a second time, as ObjectiveMetric.
    private static @Nullable List<MetricData> finalMetrics(TrainingRun run) {
        var report = run.report();
        var found = report.lastReadings().stream()
                .map(reading -> metric(reading.metric(), reading))
                .collect(Collectors.toCollection(ArrayList::new));
        if (BuiltInMetrics.standsForObjective(run.training().metrics())
                && report.last(BuiltInMetrics.OBJECTIVE) == null) {
            var objective = run.trainingJob().hyperParameters().get(TrainingJobs.OBJECTIVE_HYPERPARAMETER);
            report.lastReadings().stream()
                    .filter(reading -> reading.metric().equals(objective))
                    .forEach(reading -> found.add(metric(BuiltInMetrics.OBJECTIVE, reading)));
        }
        return found.isEmpty() ? null : found;
    }

    private static MetricData metric(String name, MetricReading reading) {
        return new MetricData(
                name, Numbers.metric(reading.value()), reading.at().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Null until training has ended. */
    private static @Nullable Bill bill(TrainingRun run) {
        var ended = run.report().endedAt();
        return ended == null
                ? null
                : Bill.of(run.training().terms(), run.report(), ended).orElse(null);
    }
}
