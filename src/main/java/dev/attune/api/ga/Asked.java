package dev.attune.api.ga;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CreateHyperParameterTuningJob was asked and DescribeHyperParameterTuningJob gives back; kept as text with the job. What is written
 * once must be readable for ever.
 */
record Asked(
        HyperParameterTuningJobConfig hyperParameterTuningJobConfig,
        @Nullable HyperParameterTrainingJobDefinition trainingJobDefinition,
        @Nullable List<HyperParameterTrainingJobDefinition> trainingJobDefinitions,
        @Nullable WarmStartConfig warmStartConfig,
        CreateHyperParameterTuningJob.@Nullable Autotune autotune) {

    /** The definitions, one or several, in the client's order: that of the tuning job's algorithms. */
    List<HyperParameterTrainingJobDefinition> trainings() {
        if (trainingJobDefinition != null) {
            return List.of(trainingJobDefinition);
        }
        return trainingJobDefinitions == null ? List.of() : trainingJobDefinitions;
    }

    /** Of the job or of its definition. */
    @Nullable HyperParameterTuningJobObjective objective(HyperParameterTrainingJobDefinition training) {
        var ofJob = hyperParameterTuningJobConfig.hyperParameterTuningJobObjective();
        return ofJob != null ? ofJob : training.tuningObjective();
    }

    /** Of the job or of its definition. */
    @Nullable ParameterRanges ranges(HyperParameterTrainingJobDefinition training) {
        var ofJob = hyperParameterTuningJobConfig.parameterRanges();
        return ofJob != null ? ofJob : training.hyperParameterRanges();
    }

    /** The same with another config and other definitions in the places of these. */
    Asked with(HyperParameterTuningJobConfig config, List<HyperParameterTrainingJobDefinition> trainings) {
        return trainingJobDefinition != null
                ? new Asked(config, trainings.get(0), null, warmStartConfig, autotune)
                : new Asked(config, null, trainings, warmStartConfig, autotune);
    }
}
