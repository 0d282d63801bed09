package dev.attune.api.preview;

import dev.attune.api.Quotas;
import dev.attune.api.Ranges;
import dev.attune.api.TagRules;
import dev.attune.search.Goal;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the preview's shapes, whose constraints hold, into the domain's words. */
final class Definitions {
    // AWS: "up to 20 variables at once".
    private static final int MAX_RANGES = 20;

    private Definitions() {}

    /**
     * Reads a definition.
     *
     * @throws TuningException INVALID
     */
    static TuningDefinition read(TuningJobConfig config, TrainingJobDefinition training) {
        var objective = config.tuningJobObjective();
        var ranges = readRanges(config.parameterRanges());
        var space = ranges.space();
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(goal(objective.type()), objective.metricName()),
                readLimits(config.resourceLimits(), space),
                space,
                ranges.texts(),
                readTraining(training));
    }

    /**
     * Reads tags.
     *
     * @throws TuningException INVALID where a key is there twice or is AWS's own
     */
    static List<Tag> readTags(@Nullable List<TagShape> shapes) {
        return TagRules.checked(orEmpty(shapes).stream()
                .map(shape -> new Tag(shape.key(), shape.value() == null ? "" : shape.value()))
                .toList());
    }

    private static Goal goal(String type) {
        return type.equals("Minimize") ? Goal.MINIMIZE : Goal.MAXIMIZE;
    }

    private static Limits readLimits(TuningJobConfig.ResourceLimits limits, SearchSpace space) {
        var number = limits.maxNumberOfTrainingJobs();
        var parallel = limits.maxParallelTrainingJobs();
        var hours = limits.maxClockTimeInHours();
        if (number == null && hours == null) {
            throw invalid("The ResourceLimits must have MaxNumberOfTrainingJobs or MaxClockTimeInHours.");
        }
        return new Limits(
                number == null ? Quotas.trainingJobs(space.combinations()) : number,
                parallel == null ? 1 : parallel,
                hours == null ? null : Duration.ofHours(hours));
    }

    private static Ranges readRanges(TuningJobConfig.ParameterRanges ranges) {
        var reader = new Ranges(MAX_RANGES);
        for (var range : orEmpty(ranges.integerParameterRanges())) {
            requireType(range.name(), range.type(), "Integer");
            reader.addInteger(range.name(), range.minValue(), range.maxValue(), Scaling.AUTO);
        }
        for (var range : orEmpty(ranges.continuousParameterRanges())) {
            requireType(range.name(), range.type(), "Continuous");
            reader.addContinuous(range.name(), range.minValue(), range.maxValue(), Scaling.AUTO);
        }
        for (var range : orEmpty(ranges.categoricalParameterRanges())) {
            requireType(range.name(), range.type(), "Categorical");
            reader.addCategorical(range.name(), range.values());
        }
        return reader;
    }

    private static void requireType(String name, String type, String list) {
        if (!type.equals(list)) {
            throw invalid("The Type [" + type + "] of the hyperparameter range [" + name
                    + "] does not match its list: ranges in " + list + "ParameterRanges must be of Type " + list + ".");
        }
    }

    private static TrainingDefinition readTraining(TrainingJobDefinition definition) {
        var algorithm = definition.algorithmSpecification();
        var output = definition.outputDataConfig();
        var cluster = definition.resourceConfig();
        return new TrainingDefinition(
                algorithm.trainingImage(),
                algorithm.trainingInputMode(),
                definition.staticHyperParameters() == null ? Map.of() : definition.staticHyperParameters(),
                readMetrics(algorithm.metricDefinitions()),
                definition.roleArn(),
                definition.inputDataConfig().stream()
                        .map(Definitions::readChannel)
                        .toList(),
                new TrainingDefinition.Output(output.s3OutputPath(), output.kmsKeyId()),
                new TrainingDefinition.Cluster(
                        cluster.instanceType(),
                        cluster.instanceCount(),
                        cluster.volumeSizeInGB(),
                        cluster.volumeKmsKeyId()),
                Duration.ofSeconds(definition.stoppingCondition().maxRuntimeInSeconds()));
    }

    private static List<MetricDefinition> readMetrics(
            @Nullable List<TrainingJobDefinition.MetricDefinitionShape> shapes) {
        return orEmpty(shapes).stream()
                .map(shape -> new MetricDefinition(shape.name(), shape.regex()))
                .toList();
    }

    private static TrainingDefinition.Channel readChannel(TrainingJobDefinition.Channel channel) {
        var source = channel.dataSource().s3DataSource();
        return new TrainingDefinition.Channel(
                channel.channelName(),
                source.s3DataType(),
                source.s3Uri(),
                source.s3DataDistributionType(),
                channel.contentType(),
                channel.compressionType(),
                channel.recordWrapperType());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static TuningException invalid(String message) {
        return new TuningException(TuningError.INVALID, message);
    }
}
