package dev.attune.api.ga;

import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What CreateHyperParameterTuningJob refuses although each member alone is well-formed: contradictions, as AWS does. Throws TuningException
 * INVALID.
 */
final class RequestRules {
    private static final int MAX_HYPERPARAMETERS = 100;
    private static final int MAX_ENVIRONMENT = 48;

    private RequestRules() {}

    static void check(CreateHyperParameterTuningJob.Request request) {
        trainingJobDefinitions(request);
        hintsAreForAutotune(request);
        parentsAreNamed(request.warmStartConfig());
        var asked = request.asked();
        for (var training : asked.trainings()) {
            saidOnce(asked.hyperParameterTuningJobConfig(), training);
            checkTraining(training);
            numberOfHyperparameters(training, asked.ranges(training));
        }
        environments(asked.trainings());
    }

    /** What holds of each training job, whoever launches it. */
    static void checkTraining(HyperParameterTrainingJobDefinition training) {
        algorithmAndMachines(training);
        channels(training);
        spotTime(training);
    }

    private static void trainingJobDefinitions(CreateHyperParameterTuningJob.Request request) {
        var list = request.trainingJobDefinitions();
        require(
                (request.trainingJobDefinition() == null) != (list == null),
                "Provide either TrainingJobDefinition or TrainingJobDefinitions, not both.");
        require(
                list == null || list.stream().allMatch(training -> training.definitionName() != null),
                "Each of the TrainingJobDefinitions must have a DefinitionName.");
        var config = request.hyperParameterTuningJobConfig();
        require(
                list == null
                        || list.size() == 1
                        || (config.hyperParameterTuningJobObjective() == null && config.parameterRanges() == null),
                "With more than one of TrainingJobDefinitions each must have a TuningObjective and"
                        + " HyperParameterRanges of its own, and HyperParameterTuningJobConfig none.");
    }

    private static void saidOnce(HyperParameterTuningJobConfig config, HyperParameterTrainingJobDefinition training) {
        said(
                config.hyperParameterTuningJobObjective(),
                training.tuningObjective(),
                "HyperParameterTuningJobObjective",
                "TuningObjective");
        said(config.parameterRanges(), training.hyperParameterRanges(), "ParameterRanges", "HyperParameterRanges");
    }

    private static void hintsAreForAutotune(CreateHyperParameterTuningJob.Request request) {
        for (var training : request.asked().trainings()) {
            var ranges = request.asked().ranges(training);
            require(
                    request.autotune() != null
                            || ranges == null
                            || hints(ranges).isEmpty(),
                    "AutoParameters are for Autotune. Set Autotune, or provide ranges.");
        }
    }

    private static List<ParameterRanges.AutoParameter> hints(ParameterRanges ranges) {
        return ranges.autoParameters() == null ? List.of() : ranges.autoParameters();
    }

    private static void parentsAreNamed(@Nullable WarmStartConfig warmStart) {
        require(
                warmStart == null
                        || warmStart.parentHyperParameterTuningJobs().stream()
                                .allMatch(parent -> parent.hyperParameterTuningJobName() != null),
                "Each of the ParentHyperParameterTuningJobs must have a HyperParameterTuningJobName.");
    }

    /** One thing is said by the job or by its one definition, not by both. */
    private static void said(@Nullable Object ofJob, @Nullable Object ofTraining, String jobs, String trainings) {
        require(
                ofJob == null || ofTraining == null,
                "Provide either " + jobs + " of the tuning job or " + trainings
                        + " of its training job definition, not both.");
        require(
                ofJob != null || ofTraining != null,
                "A hyperparameter tuning job must have " + jobs + ". Maybe it is missing in"
                        + " HyperParameterTuningJobConfig.");
    }

    private static void algorithmAndMachines(HyperParameterTrainingJobDefinition training) {
        var algorithm = training.algorithmSpecification();
        require(
                (algorithm.trainingImage() == null) != (algorithm.algorithmName() == null),
                "Provide either TrainingImage or AlgorithmName in the AlgorithmSpecification, not both.");
        require(
                (training.resourceConfig() == null) != (training.hyperParameterTuningResourceConfig() == null),
                "Provide either ResourceConfig or HyperParameterTuningResourceConfig, not both.");
        var machines = training.hyperParameterTuningResourceConfig();
        require(
                machines == null
                        || machines.instanceConfigs() == null
                        || Stream.of(machines.instanceType(), machines.instanceCount(), machines.volumeSizeInGB())
                                .allMatch(Objects::isNull),
                "Provide either InstanceConfigs or InstanceType, InstanceCount and VolumeSizeInGB in the"
                        + " HyperParameterTuningResourceConfig, not both.");
    }

    private static void channels(HyperParameterTrainingJobDefinition training) {
        var channels = training.inputDataConfig() == null ? List.<Channel>of() : training.inputDataConfig();
        for (var channel : channels) {
            var source = channel.dataSource();
            var sources = Stream.of(source.s3DataSource(), source.fileSystemDataSource(), source.datasetSource());
            require(
                    sources.filter(Objects::nonNull).count() == 1,
                    "The DataSource of the channel [" + channel.channelName() + "] must have exactly one source.");
        }
    }

    private static void spotTime(HyperParameterTrainingJobDefinition training) {
        var wait = training.stoppingCondition().maxWaitTimeInSeconds();
        var runtime = training.stoppingCondition().maxRuntimeInSeconds();
        require(
                wait == null || Boolean.TRUE.equals(training.enableManagedSpotTraining()),
                "Invalid MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to true");
        require(
                wait == null || runtime == null || wait >= runtime,
                "The MaxWaitTimeInSeconds [" + wait + "] must be greater than or equal to the MaxRuntimeInSeconds ["
                        + runtime + "].");
    }

    // AWS: static and tunable together, the one that names the objective included.
    private static void numberOfHyperparameters(
            HyperParameterTrainingJobDefinition training, @Nullable ParameterRanges ranges) {
        var statics = training.staticHyperParameters();
        int count = ranges == null ? 0 : ranges.count() + hints(ranges).size();
        if (statics != null) {
            count += statics.size() - (statics.containsKey(TrainingJobs.OBJECTIVE_HYPERPARAMETER) ? 1 : 0);
        }
        require(
                count < MAX_HYPERPARAMETERS,
                "The number of static and tunable hyperparameters [" + (count + 1) + "], "
                        + TrainingJobs.OBJECTIVE_HYPERPARAMETER + " included, must be less than or equal to "
                        + MAX_HYPERPARAMETERS + ".");
    }

    // AWS: the sum over all definitions.
    private static void environments(List<HyperParameterTrainingJobDefinition> trainings) {
        int variables = trainings.stream()
                .map(HyperParameterTrainingJobDefinition::environment)
                .filter(Objects::nonNull)
                .mapToInt(Map::size)
                .sum();
        require(
                variables <= MAX_ENVIRONMENT,
                "The number of Environment variables of all TrainingJobDefinitions [" + variables
                        + "] must be less than or equal to " + MAX_ENVIRONMENT + ".");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
