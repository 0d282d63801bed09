package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.api.Numbers;
import dev.attune.search.Goal;
import dev.attune.tuning.OverallBest;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS's HyperParameterTrainingJobSummary; its times are in whole seconds. */
record HyperParameterTrainingJobSummary(
        @Nullable String trainingJobDefinitionName,
        String trainingJobName,
        String trainingJobArn,
        @Nullable String tuningJobName,
        Instant creationTime,
        @Nullable Instant trainingStartTime,
        @Nullable Instant trainingEndTime,
        String trainingJobStatus,
        Map<String, String> tunedHyperParameters,
        @Nullable String failureReason,
        @Nullable FinalObjective finalHyperParameterTuningJobObjectiveMetric,
        String objectiveStatus) {

    /** AWS's FinalHyperParameterTuningJobObjectiveMetric. */
    record FinalObjective(@Nullable String type, String metricName, double value) {}

    static HyperParameterTrainingJobSummary of(TuningJob job, Trial trial) {
        return of(job, job.definition().algorithm(trial).name(), trial, null);
    }

    // AWS: only here it says which tuning job launched it.
    static HyperParameterTrainingJobSummary of(TuningJob job, OverallBest best) {
        return of(job, best.algorithm(), best.trial(), best.tuningJob());
    }

    private static HyperParameterTrainingJobSummary of(
            TuningJob job, @Nullable String definitionName, Trial trial, @Nullable String tuningJob) {
        return new HyperParameterTrainingJobSummary(
                definitionName,
                trial.trainingJobName(),
                Arns.trainingJob(job.key().scope(), trial.trainingJobName()),
                tuningJob,
                trial.launchedAt().truncatedTo(ChronoUnit.SECONDS),
                seconds(trial.trainingStartedAt()),
                trial.trainingStartedAt() == null ? null : seconds(trial.endedAt()),
                trial.status().word(),
                trial.configuration().values(),
                trial.failureReason(),
                objective(job, trial),
                trial.succeeded() ? "Succeeded" : trial.ended() ? "Failed" : "Pending");
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    // AWS: the Type is absent where a job has one definition.
    private static @Nullable FinalObjective objective(TuningJob job, Trial trial) {
        var value = trial.objective();
        var objective = job.definition().algorithm(trial).objective();
        var type = objective.goal() == Goal.MINIMIZE ? "Minimize" : "Maximize";
        return value == null
                ? null
                : new FinalObjective(
                        job.definition().algorithms().size() == 1 ? null : type,
                        objective.metric(),
                        Numbers.metric(value));
    }
}
