package dev.attune.api.ga;

import dev.attune.api.ga.HyperParameterTuningJobConfig.CompletionCriteria;
import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What CreateHyperParameterTuningJob refuses although each member alone is well-formed: contradictions, as AWS does, and what Attune cannot
 * do, rather than doing something else. Throws TuningException INVALID.
 */
final class RequestRules {
    private static final int MAX_HYPERPARAMETERS = 100;

    private RequestRules() {}

    static void check(CreateHyperParameterTuningJob.Request request) {
        oneTrainingJobDefinition(request);
        possible(request);
        parentsAreNamed(request.warmStartConfig());
        var asked = request.asked();
        said(
                asked.hyperParameterTuningJobConfig().hyperParameterTuningJobObjective(),
                asked.training().tuningObjective(),
                "HyperParameterTuningJobObjective",
                "TuningObjective");
        said(
                asked.hyperParameterTuningJobConfig().parameterRanges(),
                asked.training().hyperParameterRanges(),
                "ParameterRanges",
                "HyperParameterRanges");
        checkTraining(asked.training());
        numberOfHyperparameters(asked);
    }

    /** What holds of each training job, whoever launches it. */
    static void checkTraining(HyperParameterTrainingJobDefinition training) {
        algorithmAndMachines(training);
        channels(training);
        spotTime(training.stoppingCondition());
    }

    private static void oneTrainingJobDefinition(CreateHyperParameterTuningJob.Request request) {
        var list = request.trainingJobDefinitions();
        require(
                (request.trainingJobDefinition() == null) != (list == null),
                "Provide either TrainingJobDefinition or TrainingJobDefinitions, not both.");
        require(
                list == null || list.size() == 1,
                "Attune does not implement tuning jobs with more than one of TrainingJobDefinitions.");
        require(
                list == null || list.get(0).definitionName() != null,
                "Each of the TrainingJobDefinitions must have a DefinitionName.");
    }

    private static void possible(CreateHyperParameterTuningJob.Request request) {
        var config = request.hyperParameterTuningJobConfig();
        require(
                !config.strategy().equals("Hyperband"),
                "Attune does not implement the Strategy [Hyperband]. Use Bayesian, Random or Grid.");
        require(request.autotune() == null, "Attune does not implement Autotune.");
        criteria(config.tuningJobCompletionCriteria());
        var ranges = request.asked().ranges();
        require(
                ranges == null
                        || ranges.autoParameters() == null
                        || ranges.autoParameters().isEmpty(),
                "Attune does not implement AutoParameters. Provide ranges.");
    }

    private static void parentsAreNamed(@Nullable WarmStartConfig warmStart) {
        require(
                warmStart == null
                        || warmStart.parentHyperParameterTuningJobs().stream()
                                .allMatch(parent -> parent.hyperParameterTuningJobName() != null),
                "Each of the ParentHyperParameterTuningJobs must have a HyperParameterTuningJobName.");
    }

    private static void criteria(@Nullable CompletionCriteria criteria) {
        if (criteria == null) {
            return;
        }
        var convergence = criteria.convergenceDetected();
        require(
                convergence == null || !"Enabled".equals(convergence.completeOnConvergence()),
                "Attune does not implement the completion criterion ConvergenceDetected.");
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

    private static void spotTime(HyperParameterTrainingJobDefinition.StoppingCondition condition) {
        var wait = condition.maxWaitTimeInSeconds();
        var runtime = condition.maxRuntimeInSeconds();
        require(
                wait == null || runtime == null || wait >= runtime,
                "The MaxWaitTimeInSeconds [" + wait + "] must be greater than or equal to the MaxRuntimeInSeconds ["
                        + runtime + "].");
    }

    // AWS: static and tunable together, the one that names the objective included.
    private static void numberOfHyperparameters(Asked asked) {
        var statics = asked.training().staticHyperParameters();
        var ranges = asked.ranges();
        int count = ranges == null ? 0 : ranges.count();
        if (statics != null) {
            count += statics.size() - (statics.containsKey(TrainingJobs.OBJECTIVE_HYPERPARAMETER) ? 1 : 0);
        }
        require(
                count < MAX_HYPERPARAMETERS,
                "The number of static and tunable hyperparameters [" + (count + 1) + "], "
                        + TrainingJobs.OBJECTIVE_HYPERPARAMETER + " included, must be less than or equal to "
                        + MAX_HYPERPARAMETERS + ".");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
