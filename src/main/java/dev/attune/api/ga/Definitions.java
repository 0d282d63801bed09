package dev.attune.api.ga;

import dev.attune.api.Quotas;
import dev.attune.api.Ranges;
import dev.attune.api.TagRules;
import dev.attune.search.Goal;
import dev.attune.search.Scaling;
import dev.attune.training.MetricDefinition;
import dev.attune.training.Terms;
import dev.attune.tuning.Algorithm;
import dev.attune.tuning.Criteria;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.Tag;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.WarmStart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads today's shapes, whose constraints and rules hold, into the domain's words. */
final class Definitions {
    // AWS: "hyperparameters searched", over all lists.
    private static final int MAX_RANGES = 30;
    // AWS: what a training job without MaxRuntimeInSeconds gets.
    private static final Duration DEFAULT_RUNTIME = Duration.ofDays(1);

    private Definitions() {}

    /**
     * Reads a definition.
     *
     * @param text the same as text, to be kept
     * @throws TuningException INVALID
     */
    static TuningDefinition read(Asked asked, String text) {
        var config = asked.hyperParameterTuningJobConfig();
        var strategy = readStrategy(config.strategy());
        var algorithms = asked.trainings().stream()
                .map(training -> readAlgorithm(asked, training))
                .toList();
        return new TuningDefinition(
                strategy,
                readLimits(config.resourceLimits(), strategy, algorithms),
                algorithms,
                config.randomSeed(),
                readCriteria(config.tuningJobCompletionCriteria()),
                EarlyStopping.read(asked),
                readWarmStart(asked.warmStartConfig()),
                text);
    }

    private static Algorithm readAlgorithm(Asked asked, HyperParameterTrainingJobDefinition training) {
        var objective = Objects.requireNonNull(asked.objective(training));
        var ranges = readRanges(Objects.requireNonNull(asked.ranges(training)));
        return new Algorithm(
                training.definitionName(),
                new Objective(goal(objective.type()), objective.metricName()),
                ranges.space(),
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
                .map(shape -> new Tag(shape.key(), shape.value()))
                .toList());
    }

    private static Goal goal(String type) {
        return type.equals("Minimize") ? Goal.MINIMIZE : Goal.MAXIMIZE;
    }

    private static Strategy readStrategy(String word) {
        return Stream.of(Strategy.values())
                .filter(strategy -> strategy.word().equals(word))
                .findFirst()
                .orElseThrow(() -> invalid("Attune does not implement the Strategy [" + word + "]."));
    }

    private static Limits readLimits(
            HyperParameterTuningJobConfig.ResourceLimits limits, Strategy strategy, List<Algorithm> algorithms) {
        var number = limits.maxNumberOfTrainingJobs();
        var parallel = limits.maxParallelTrainingJobs();
        var seconds = limits.maxRuntimeInSeconds();
        var runtime = seconds == null ? null : Duration.ofSeconds(seconds);
        if (number != null) {
            return new Limits(number, parallel, runtime);
        }
        var combinations = algorithms.stream()
                .mapToDouble(algorithm -> algorithm.space().combinations())
                .sum();
        int filled = strategy == Strategy.GRID
                ? (int) Math.min(Integer.MAX_VALUE, combinations)
                : Quotas.trainingJobs(combinations);
        return new Limits(filled, Math.min(parallel, filled), runtime);
    }

    private static @Nullable Criteria readCriteria(
            HyperParameterTuningJobConfig.@Nullable CompletionCriteria criteria) {
        if (criteria == null) {
            return null;
        }
        var improving = criteria.bestObjectiveNotImproving();
        var convergence = criteria.convergenceDetected();
        return new Criteria(
                criteria.targetObjectiveMetricValue(),
                improving == null ? null : improving.maxNumberOfTrainingJobsNotImproving(),
                convergence != null && "Enabled".equals(convergence.completeOnConvergence()));
    }

    private static @Nullable WarmStart readWarmStart(@Nullable WarmStartConfig config) {
        if (config == null) {
            return null;
        }
        var kind = Stream.of(WarmStart.Kind.values())
                .filter(type -> type.word().equals(config.warmStartType()))
                .findFirst()
                .orElseThrow();
        return new WarmStart(
                kind,
                config.parentHyperParameterTuningJobs().stream()
                        .map(WarmStartConfig.Parent::hyperParameterTuningJobName)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    /** Reads ranges; throws TuningException INVALID. */
    static Ranges readRanges(ParameterRanges ranges) {
        var reader = new Ranges(MAX_RANGES);
        for (var range : orEmpty(ranges.integerParameterRanges())) {
            reader.addInteger(range.name(), range.minValue(), range.maxValue(), scaling(range.scalingType()));
        }
        for (var range : orEmpty(ranges.continuousParameterRanges())) {
            reader.addContinuous(range.name(), range.minValue(), range.maxValue(), scaling(range.scalingType()));
        }
        for (var range : orEmpty(ranges.categoricalParameterRanges())) {
            reader.addCategorical(range.name(), range.values());
        }
        return reader;
    }

    private static Scaling scaling(@Nullable String word) {
        if (word == null) {
            return Scaling.AUTO;
        }
        return switch (word) {
            case "Linear" -> Scaling.LINEAR;
            case "Logarithmic" -> Scaling.LOGARITHMIC;
            case "ReverseLogarithmic" -> Scaling.REVERSE_LOGARITHMIC;
            default -> Scaling.AUTO;
        };
    }

    /** Reads what training jobs have in common; throws TuningException INVALID. */
    static TrainingDefinition readTraining(HyperParameterTrainingJobDefinition definition) {
        var algorithm = definition.algorithmSpecification();
        var image = algorithm.trainingImage() != null ? algorithm.trainingImage() : algorithm.algorithmName();
        var output = definition.outputDataConfig();
        var runtime = definition.stoppingCondition().maxRuntimeInSeconds();
        return new TrainingDefinition(
                Objects.requireNonNull(image),
                algorithm.trainingInputMode(),
                definition.staticHyperParameters() == null ? Map.of() : definition.staticHyperParameters(),
                orEmpty(algorithm.metricDefinitions()).stream()
                        .map(metric -> new MetricDefinition(metric.name(), metric.regex()))
                        .toList(),
                definition.roleArn(),
                orEmpty(definition.inputDataConfig()).stream()
                        .flatMap(Definitions::readChannel)
                        .toList(),
                new TrainingDefinition.Output(output.s3OutputPath(), output.kmsKeyId()),
                Machines.read(definition),
                runtime == null ? DEFAULT_RUNTIME : Duration.ofSeconds(runtime),
                readTerms(definition));
    }

    /** Tags are not among the definition's members. */
    private static Terms readTerms(HyperParameterTrainingJobDefinition definition) {
        var wait = definition.stoppingCondition().maxWaitTimeInSeconds();
        var retries = definition.retryStrategy();
        return new Terms(
                Boolean.TRUE.equals(definition.enableManagedSpotTraining()),
                wait == null ? null : Duration.ofSeconds(wait),
                retries == null ? null : retries.maximumRetryAttempts(),
                Map.of());
    }

    /** Nothing for a channel that does not read from S3: it is given back as it was asked. */
    private static Stream<TrainingDefinition.Channel> readChannel(Channel channel) {
        var source = channel.dataSource().s3DataSource();
        if (source == null) {
            return Stream.empty();
        }
        return Stream.of(new TrainingDefinition.Channel(
                channel.channelName(),
                source.s3DataType(),
                source.s3Uri(),
                source.s3DataDistributionType(),
                channel.contentType(),
                channel.compressionType(),
                channel.recordWrapperType()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static TuningException invalid(String message) {
        return new TuningException(TuningError.INVALID, message);
    }
}
