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
        @Nullable WarmStartConfig warmStartConfig) {

    /** The one definition, wherever it stands. */
    HyperParameterTrainingJobDefinition training() {
        return trainingJobDefinition != null ? trainingJobDefinition : one(trainingJobDefinitions);
    }

    /** Of the job or of its one definition. */
    @Nullable HyperParameterTuningJobObjective objective() {
        var ofJob = hyperParameterTuningJobConfig.hyperParameterTuningJobObjective();
        return ofJob != null ? ofJob : training().tuningObjective();
    }

    /** Of the job or of its one definition. */
    @Nullable ParameterRanges ranges() {
        var ofJob = hyperParameterTuningJobConfig.parameterRanges();
        return ofJob != null ? ofJob : training().hyperParameterRanges();
    }

    /** The same with another config and another definition in the place of this one. */
    Asked with(HyperParameterTuningJobConfig config, HyperParameterTrainingJobDefinition training) {
        return trainingJobDefinition != null
                ? new Asked(config, training, null, warmStartConfig)
                : new Asked(config, null, List.of(training), warmStartConfig);
    }

    private static HyperParameterTrainingJobDefinition one(@Nullable List<HyperParameterTrainingJobDefinition> list) {
        if (list == null || list.size() != 1) {
            throw new IllegalStateException("A tuning job has one training job definition");
        }
        return list.get(0);
    }
}
