package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's DescribeHyperParameterTuningJob. */
@Component
final class DescribeHyperParameterTuningJob
        extends GaOperation<TuningJobRequest, DescribeHyperParameterTuningJob.Response> {
    private final TuningJobs jobs;
    private final JsonText json;

    DescribeHyperParameterTuningJob(TuningJobs jobs, JsonText json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** AWS's DescribeHyperParameterTuningJobResponse. */
    record Response(
            String hyperParameterTuningJobName,
            String hyperParameterTuningJobArn,
            HyperParameterTuningJobConfig hyperParameterTuningJobConfig,
            @Nullable HyperParameterTrainingJobDefinition trainingJobDefinition,
            @Nullable List<HyperParameterTrainingJobDefinition> trainingJobDefinitions,
            String hyperParameterTuningJobStatus,
            Instant creationTime,
            @Nullable Instant hyperParameterTuningEndTime,
            Instant lastModifiedTime,
            Counters.TrainingJobStatusCounters trainingJobStatusCounters,
            Counters.ObjectiveStatusCounters objectiveStatusCounters,
            @Nullable HyperParameterTrainingJobSummary bestTrainingJob,
            @Nullable HyperParameterTrainingJobSummary overallBestTrainingJob,
            @Nullable WarmStartConfig warmStartConfig,
            CreateHyperParameterTuningJob.@Nullable Autotune autotune,
            @Nullable String failureReason,
            @Nullable CompletionDetails tuningJobCompletionDetails,
            ConsumedResources consumedResources) {}

    /** AWS's HyperParameterTuningJobCompletionDetails. */
    record CompletionDetails(
            int numberOfTrainingJobsObjectiveNotImproving,
            @Nullable Instant convergenceDetectedTime) {}

    /** AWS's HyperParameterTuningJobConsumedResources: from the tuning job's creation to its end. */
    record ConsumedResources(long runtimeInSeconds) {}

    @Override
    public Class<TuningJobRequest> requestType() {
        return TuningJobRequest.class;
    }

    @Override
    Response answer(TuningJobRequest request, Caller caller) {
        var name = request.hyperParameterTuningJobName();
        return response(jobs.describe(scopeOf(jobs, name, caller), name));
    }

    Response response(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        var asked = Echo.of(job, json);
        return new Response(
                job.name(),
                Arns.hyperParameterTuningJob(job),
                asked.hyperParameterTuningJobConfig(),
                asked.trainingJobDefinition(),
                asked.trainingJobDefinitions(),
                job.status().word(),
                job.createdAt(),
                job.endedAt(),
                job.updatedAt(),
                Counters.TrainingJobStatusCounters.of(snapshot),
                Counters.ObjectiveStatusCounters.of(snapshot),
                snapshot.best()
                        .map(best -> HyperParameterTrainingJobSummary.of(job, best))
                        .orElse(null),
                jobs.overallBest(snapshot)
                        .map(best -> HyperParameterTrainingJobSummary.of(job, best))
                        .orElse(null),
                asked.warmStartConfig(),
                asked.autotune(),
                job.failureReason(),
                completion(snapshot),
                consumed(snapshot));
    }

    /** For jobs that have criteria of completion. */
    private static @Nullable CompletionDetails completion(TuningJobSnapshot snapshot) {
        return snapshot.job().definition().criteria() == null
                ? null
                : new CompletionDetails(snapshot.notImproving(), snapshot.convergedAt());
    }

    private static ConsumedResources consumed(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        var end = job.endedAt() == null ? snapshot.now() : job.endedAt();
        return new ConsumedResources(Duration.between(job.createdAt(), end).toSeconds());
    }
}
