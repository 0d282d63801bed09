package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.HyperParameterAlgorithmSpecification;
import dev.attune.api.ga.HyperParameterTrainingJobDefinition.Metric;
import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.tuning.Algorithm;
import dev.attune.tuning.Objective;
import dev.attune.tuning.RangeText;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.TuningJob;
import dev.attune.wire.JsonText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a tuning job was asked, as today's API gives it back: the request itself, or what today's request would have been where the preview
 * created the job, and what the service adds.
 */
final class Echo {
    private final TuningJob job;
    private final Asked asked;

    private Echo(TuningJob job, Asked asked) {
        this.job = job;
        this.asked = asked;
    }

    static Asked of(TuningJob job, JsonText json) {
        var text = job.definition().asked();
        var echo = new Echo(job, text == null ? ofPreview(job) : json.read(text, Asked.class));
        return echo.asked.with(echo.config(), echo.trainings());
    }

    // AWS: fills in the number of training jobs and how ranges are scaled, and says that early stopping is off.
    private HyperParameterTuningJobConfig config() {
        var config = asked.hyperParameterTuningJobConfig();
        var limits = config.resourceLimits();
        return new HyperParameterTuningJobConfig(
                config.strategy(),
                config.strategyConfig(),
                config.hyperParameterTuningJobObjective(),
                new HyperParameterTuningJobConfig.ResourceLimits(
                        job.definition().limits().maxTrials(),
                        limits.maxParallelTrainingJobs(),
                        limits.maxRuntimeInSeconds()),
                scaled(config.parameterRanges()),
                config.trainingJobEarlyStoppingType() == null ? "Off" : config.trainingJobEarlyStoppingType(),
                config.tuningJobCompletionCriteria(),
                config.randomSeed());
    }

    private static @Nullable ParameterRanges scaled(@Nullable ParameterRanges ranges) {
        return ranges == null ? null : ranges.scaled();
    }

    private List<HyperParameterTrainingJobDefinition> trainings() {
        var algorithms = job.definition().algorithms();
        return IntStream.range(0, algorithms.size())
                .mapToObj(i -> training(asked.trainings().get(i), algorithms.get(i)))
                .toList();
    }

    // AWS: adds the metrics that the image brings and the hyperparameter that names the objective; flags are never
    // absent, and an algorithm's name is its ARN.
    private HyperParameterTrainingJobDefinition training(
            HyperParameterTrainingJobDefinition training, Algorithm tuned) {
        var algorithm = training.algorithmSpecification();
        var metrics = metrics(tuned.training());
        return new HyperParameterTrainingJobDefinition(
                training.definitionName(),
                training.tuningObjective(),
                scaled(training.hyperParameterRanges()),
                statics(training.staticHyperParameters(), tuned.objective()),
                new HyperParameterAlgorithmSpecification(
                        algorithm.trainingImage(),
                        algorithm.trainingInputMode(),
                        arn(algorithm.algorithmName()),
                        metrics),
                training.roleArn(),
                training.inputDataConfig(),
                training.vpcConfig(),
                training.outputDataConfig(),
                ResourceConfig.of(training),
                training.hyperParameterTuningResourceConfig(),
                training.stoppingCondition(),
                Boolean.TRUE.equals(training.enableNetworkIsolation()),
                Boolean.TRUE.equals(training.enableInterContainerTrafficEncryption()),
                Boolean.TRUE.equals(training.enableManagedSpotTraining()),
                training.checkpointConfig(),
                training.retryStrategy(),
                training.environment());
    }

    private @Nullable String arn(@Nullable String algorithmName) {
        return algorithmName == null ? null : Arns.algorithm(job.key().scope(), algorithmName);
    }

    private static Map<String, String> statics(@Nullable Map<String, String> given, Objective objective) {
        var all = new TreeMap<String, String>(given == null ? Map.of() : given);
        all.put(TrainingJobs.OBJECTIVE_HYPERPARAMETER, objective.metric());
        return all;
    }

    private static Asked ofPreview(TuningJob job) {
        var definition = job.definition();
        return new Asked(
                new HyperParameterTuningJobConfig(
                        definition.strategy().word(),
                        null,
                        new HyperParameterTuningJobObjective(
                                definition.objective().goal() == Goal.MINIMIZE ? "Minimize" : "Maximize",
                                definition.objective().metric()),
                        HyperParameterTuningJobConfig.ResourceLimits.of(definition.limits()),
                        ranges(job),
                        null,
                        null,
                        null),
                training(definition.training()),
                null,
                null,
                null);
    }

    private static ParameterRanges ranges(TuningJob job) {
        return new ParameterRanges(
                numeric(job, Parameter.Whole.class),
                numeric(job, Parameter.Continuous.class),
                nullIfEmpty(job.definition().space().parameters().stream()
                        .filter(Parameter.Categorical.class::isInstance)
                        .map(Parameter.Categorical.class::cast)
                        .map(range -> new ParameterRanges.CategoricalRange(range.name(), range.values()))
                        .toList()),
                null);
    }

    private static @Nullable List<ParameterRanges.NumericRange> numeric(
            TuningJob job, Class<? extends Parameter> kind) {
        var texts = job.definition().rangeTexts();
        return nullIfEmpty(job.definition().space().parameters().stream()
                .filter(kind::isInstance)
                .map(range -> range(range, texts.get(range.name())))
                .toList());
    }

    private static ParameterRanges.NumericRange range(Parameter range, @Nullable RangeText text) {
        var bounds = text == null ? new RangeText(range.valueAt(0), range.valueAt(1)) : text;
        return new ParameterRanges.NumericRange(range.name(), bounds.min(), bounds.max(), null);
    }

    private static HyperParameterTrainingJobDefinition training(TrainingDefinition training) {
        return new HyperParameterTrainingJobDefinition(
                null,
                null,
                null,
                training.staticHyperParameters(),
                new HyperParameterAlgorithmSpecification(training.image(), training.inputMode(), null, null),
                training.roleArn(),
                nullIfEmpty(training.inputs().stream().map(Echo::channel).toList()),
                null,
                new HyperParameterTrainingJobDefinition.OutputDataConfig(
                        training.output().kmsKeyId(), training.output().s3Path(), null),
                ResourceConfig.of(training.cluster()),
                null,
                new HyperParameterTrainingJobDefinition.StoppingCondition(
                        (int) training.maxRuntime().toSeconds(), null, null),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Channel channel(TrainingDefinition.Channel channel) {
        var source = new Channel.S3DataSource(
                channel.s3DataType(), channel.s3Uri(), channel.s3Distribution(), null, null, null, null);
        return new Channel(
                channel.name(),
                new Channel.DataSource(source, null, null),
                channel.contentType(),
                channel.compression(),
                channel.recordWrapper(),
                null,
                null);
    }

    private static @Nullable List<Metric> metrics(TrainingDefinition training) {
        return nullIfEmpty(training.metrics().stream()
                .map(metric -> new Metric(metric.name(), metric.regex()))
                .toList());
    }

    private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
