package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.api.Numbers;
import dev.attune.training.TrainingReport;
import dev.attune.training.Transition;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TrainingJobSnapshot;
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
        Shapes.AlgorithmSpecification algorithmSpecification,
        String roleArn,
        List<Shapes.Channel> inputDataConfig,
        Shapes.OutputDataConfig outputDataConfig,
        Shapes.ResourceConfig resourceConfig,
        Shapes.StoppingCondition stoppingCondition,
        Instant creationTime,
        @Nullable Instant trainingStartTime,
        @Nullable Instant trainingEndTime,
        Instant lastModifiedTime,
        List<SecondaryStatusTransition> secondaryStatusTransitions,
        @Nullable List<MetricData> finalMetricDataList,
        boolean enableNetworkIsolation,
        boolean enableInterContainerTrafficEncryption,
        boolean enableManagedSpotTraining,
        @Nullable Long trainingTimeInSeconds,
        @Nullable Long billableTimeInSeconds) {

    /** AWS's ModelArtifacts. */
    record ModelArtifacts(String s3ModelArtifacts) {}

    /** AWS's SecondaryStatusTransition. */
    record SecondaryStatusTransition(
            String status, Instant startTime, @Nullable Instant endTime, String statusMessage) {}

    /** AWS's MetricData; its time is in whole seconds. */
    record MetricData(String metricName, double value, Instant timestamp) {}

    static TrainingJobDescription of(TrainingJobSnapshot snapshot) {
        var job = snapshot.tuningJob();
        var training = job.definition().training();
        var report = snapshot.report();
        var name = snapshot.trial().trainingJobName();
        var last = report.transitions().get(report.transitions().size() - 1);
        var seconds = seconds(report);
        return new TrainingJobDescription(
                name,
                Arns.trainingJob(job.key().scope(), name),
                Arns.tuningJob(job),
                artifacts(training, name),
                report.status().word(),
                last.status(),
                report.failureReason(),
                snapshot.trainingJob().hyperParameters(),
                Shapes.AlgorithmSpecification.of(training),
                training.roleArn(),
                training.inputs().stream().map(Shapes.Channel::of).toList(),
                Shapes.OutputDataConfig.of(training.output()),
                Shapes.ResourceConfig.of(training.cluster()),
                new Shapes.StoppingCondition(training.maxRuntime().toSeconds()),
                snapshot.trial().launchedAt(),
                report.trainingStartedAt(),
                report.trainingStartedAt() == null ? null : report.endedAt(),
                last.start(),
                report.transitions().stream()
                        .map(TrainingJobDescription::transition)
                        .toList(),
                finalMetrics(snapshot),
                false,
                false,
                false,
                seconds,
                seconds);
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
