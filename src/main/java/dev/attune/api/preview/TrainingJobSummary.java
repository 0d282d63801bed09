package dev.attune.api.preview;

import dev.attune.api.Numbers;
import dev.attune.search.Goal;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS's TrainingJobSummary of the preview; its HyperParameters are the tuned ones. */
record TrainingJobSummary(
        String trainingJobName,
        String trainingJobStatus,
        Map<String, String> hyperParameters,
        @Nullable FinalObjective finalTuningJobObjectiveMetric,
        int retriedAttempt) {

    /** AWS's FinalTuningJobObjectiveMetric. */
    record FinalObjective(String metricName, double value, String type) {}

    static TrainingJobSummary of(TuningJob job, Trial trial) {
        return new TrainingJobSummary(
                trial.trainingJobName(),
                trial.status().word(),
                trial.configuration().values(),
                objective(job, trial),
                trial.retriedAttempts());
    }

    private static @Nullable FinalObjective objective(TuningJob job, Trial trial) {
        var value = trial.objective();
        var objective = job.definition().algorithm(trial).objective();
        return value == null
                ? null
                : new FinalObjective(
                        objective.metric(),
                        Numbers.metric(value),
                        objective.goal() == Goal.MINIMIZE ? "Minimize" : "Maximize");
    }
}
