package dev.attune.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.search.Proposal;
import dev.attune.training.Explanation;
import dev.attune.training.LogLine;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trial with all that decided of it. */
@Schema(name = "Trial")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialView(
        String tuningJob,
        int trial,
        String trainingJob,

        @Schema(description = "which of several training job definitions it trains") @Nullable String definition,

        @Schema(allowableValues = {"InProgress", "Completed", "Failed", "Stopping", "Stopped"})
        String status,

        @Schema(description = "the objective metric's last value, once the training job has ended") @Nullable Double objective,

        @Nullable String failureReason,

        @Schema(description = "the tuned hyperparameters") Map<String, String> configuration,

        Instant launchedAt,
        @Nullable Instant stopRequestedAt,
        @Nullable Instant endedAt,

        @Schema(description = "why the search proposed it: the phase, what the model predicted, and the model")
        Proposal proposal,

        @Schema(description = "why early stopping stopped it; absent where it did not") @Nullable Verdict verdict,

        @Schema(
                description =
                        "the version of the workload document that the tuning job was created under; empty for none")
        String workloads,

        @Schema(description = "which workload it has, and what that made of it")
        Explanation training,

        List<LogLine> log) {
    static TrialView of(TrainingJobSnapshot found, Explanation training, List<LogLine> log) {
        var job = found.tuningJob();
        var trial = found.trial();
        return new TrialView(
                job.name(),
                trial.number(),
                trial.trainingJobName(),
                job.definition().algorithm(trial).name(),
                found.report().status().word(),
                trial.objective(),
                found.report().failureReason(),
                trial.configuration().values(),
                trial.launchedAt(),
                trial.stopRequestedAt(),
                trial.endedAt(),
                trial.proposal(),
                trial.verdict(),
                job.workloads(),
                training,
                log);
    }
}
