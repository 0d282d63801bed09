package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.api.Numbers;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.CheckpointConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.Metric;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.OutputDataConfig;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.RetryStrategy;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.StoppingCondition;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.VpcConfig;
import dev.attune.training.TrainingReport;
import dev.attune.training.Transition;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TuningJob;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS's DescribeTrainingJobResponse. */
record TrainingJobDescription(
        String trainingJobName,
        String trainingJobArn,
        String tuningJobArn,
        ModelArtifacts modelArtifacts,
        String trainingJobStatus,
        String secondaryStatus,
        @Nullable String failureReason,
        Map<String, String> hyperParameters,
        AlgorithmSpecification algorithmSpecification,
        String roleArn,
        @Nullable List<Channel> inputDataConfig,
        OutputDataConfig outputDataConfig,
        ResourceConfig resourceConfig,
        @Nullable VpcConfig vpcConfig,
        StoppingCondition stoppingCondition,
        Instant creationTime,
        @Nullable Instant trainingStartTime,
        @Nullable Instant trainingEndTime,
        Instant lastModifiedTime,
        List<SecondaryStatusTransition> secondaryStatusTransitions,
        @Nullable List<MetricData> finalMetricDataList,
        @Nullable Boolean enableNetworkIsolation,
        @Nullable Boolean enableInterContainerTrafficEncryption,
        @Nullable Boolean enableManagedSpotTraining,
        @Nullable CheckpointConfig checkpointConfig,
        @Nullable Long trainingTimeInSeconds,
        @Nullable Long billableTimeInSeconds,
        @Nullable Map<String, String> environment,
        @Nullable RetryStrategy retryStrategy) {

    /** AWS's AlgorithmSpecification. */
    record AlgorithmSpecification(
            @Nullable String trainingImage,
            @Nullable String algorithmName,
            String trainingInputMode,
            @Nullable List<Metric> metricDefinitions,
            boolean enableSageMakerMetricsTimeSeries) {}

    /** AWS's ModelArtifacts. */
    record ModelArtifacts(String s3ModelArtifacts) {}

    /** AWS's SecondaryStatusTransition. */
    record SecondaryStatusTransition(
            String status, Instant startTime, @Nullable Instant endTime, String statusMessage) {}

    /** AWS's MetricData; its time is in whole seconds. */
    record MetricData(String metricName, double value, Instant timestamp) {}

    static TrainingJobDescription of(TrainingJobSnapshot snapshot, HyperParameterTrainingJobDefinition asked) {
        var job = snapshot.tuningJob();
        var training = job.definition().training();
        var report = snapshot.report();
        var name = snapshot.trial().trainingJobName();
        var last = report.transitions().get(report.transitions().size() - 1);
        var seconds = seconds(report);
        return new TrainingJobDescription(
                name,
                Arns.trainingJob(job.key().scope(), name),
                tuningJobArn(job),
                artifacts(training, name),
                report.status().word(),
                last.status(),
                report.failureReason(),
                snapshot.trainingJob().hyperParameters(),
                algorithm(asked),
                training.roleArn(),
                asked.inputDataConfig(),
                output(asked),
                machines(asked, training.cluster()),
                asked.vpcConfig(),
                stoppingCondition(asked, training),
                snapshot.trial().launchedAt(),
                report.trainingStartedAt(),
                report.trainingStartedAt() == null ? null : report.endedAt(),
                last.start(),
                report.transitions().stream()
                        .map(TrainingJobDescription::transition)
                        .toList(),
                finalMetrics(snapshot),
                asked.enableNetworkIsolation(),
                asked.enableInterContainerTrafficEncryption(),
                asked.enableManagedSpotTraining(),
                asked.checkpointConfig(),
                seconds,
                seconds,
                asked.environment(),
                asked.retryStrategy());
    }

    /** In the form in which the operation that created the tuning job answered it. */
    private static String tuningJobArn(TuningJob job) {
        return job.definition().asked() == null ? Arns.tuningJob(job) : Arns.hyperParameterTuningJob(job);
    }

    private static AlgorithmSpecification algorithm(HyperParameterTrainingJobDefinition asked) {
        var algorithm = asked.algorithmSpecification();
        return new AlgorithmSpecification(
                algorithm.trainingImage(),
                algorithm.algorithmName(),
                algorithm.trainingInputMode(),
                algorithm.metricDefinitions(),
                false);
    }

    // AWS: no key is given back as an empty one.
    private static OutputDataConfig output(HyperParameterTrainingJobDefinition asked) {
        var output = asked.outputDataConfig();
        return new OutputDataConfig(
                output.kmsKeyId() == null ? "" : output.kmsKeyId(), output.s3OutputPath(), output.compressionType());
    }

    private static ResourceConfig machines(
            HyperParameterTrainingJobDefinition asked, TrainingDefinition.Cluster cluster) {
        return asked.resourceConfig() != null ? asked.resourceConfig() : ResourceConfig.of(cluster);
    }

    private static StoppingCondition stoppingCondition(
            HyperParameterTrainingJobDefinition asked, TrainingDefinition training) {
        var condition = asked.stoppingCondition();
        return new StoppingCondition(
                (int) training.maxRuntime().toSeconds(),
                condition.maxWaitTimeInSeconds(),
                condition.maxPendingTimeInSeconds());
    }

    private static ModelArtifacts artifacts(TrainingDefinition training, String name) {
        var path = training.output().s3Path();
        return new ModelArtifacts((path.endsWith("/") ? path : path + "/") + name + "/output/model.tar.gz");
    }

    private static SecondaryStatusTransition transition(Transition transition) {
        return new SecondaryStatusTransition(
                transition.status(), transition.start(), transition.end(), transition.message());
    }

    private static @Nullable List<MetricData> finalMetrics(TrainingJobSnapshot snapshot) {
        var found = snapshot.report().lastReadings().stream()
                .map(reading -> new MetricData(
                        reading.metric(),
                        Numbers.metric(reading.value()),
                        reading.at().truncatedTo(ChronoUnit.SECONDS)))
                .toList();
        return found.isEmpty() ? null : found;
    }

    // AWS: rounded, and at least 1 as the model says.
    private static @Nullable Long seconds(TrainingReport report) {
        var started = report.trainingStartedAt();
        var ended = report.endedAt();
        return started == null || ended == null
                ? null
                : Math.max(1, Duration.between(started, ended).plusMillis(500).toSeconds());
    }
}
