package dev.attune.tuning;

import dev.attune.search.Parameter;
import dev.attune.search.SearchSpace;
import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricDefinition;
import dev.attune.training.TrainingJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns trials into training jobs. */
public final class TrainingJobs {
    /** AWS: the hyperparameter that tells a training job which metric it is tuned for. */
    public static final String OBJECTIVE_HYPERPARAMETER = "_tuning_objective_metric";

    private TrainingJobs() {}

    /** The name of a trial's training job: {@code <tuning job>-<three or more digits>-<8 hex>}, the same at every try. */
    public static String name(TuningJob job, int trial) {
        var scope = job.key().scope();
        var hash = Seeds.of(
                job.seed(), scope.account(), scope.region(), job.key().name(), Integer.toString(trial), "name");
        return String.format("%s-%03d-%08x", job.name(), trial, (int) (hash >>> Integer.SIZE));
    }

    /** The training job that a trial is. */
    public static TrainingJob of(TuningJob job, Trial trial) {
        var algorithm = job.definition().algorithm(trial);
        var training = algorithm.training();
        var cluster = training.cluster();
        return new TrainingJob(
                trial.trainingJobName(),
                job.seed(),
                trial.number(),
                training.image(),
                hyperParameters(algorithm, trial),
                tuned(algorithm.space(), trial.configuration().values()),
                metrics(training, algorithm.objective().metric()),
                new TrainingJob.Resources(cluster.instanceType(), cluster.instanceCount()),
                training.maxRuntime(),
                trial.launchedAt(),
                trial.stopRequestedAt(),
                job.workloads(),
                training.terms());
    }

    private static Map<String, String> hyperParameters(Algorithm algorithm, Trial trial) {
        var all = new TreeMap<>(algorithm.training().staticHyperParameters());
        all.putAll(trial.configuration().values());
        all.put(OBJECTIVE_HYPERPARAMETER, algorithm.objective().metric());
        return all;
    }

    private static List<TrainingJob.Tuned> tuned(SearchSpace space, Map<String, String> values) {
        return space.parameters().stream()
                .map(parameter -> tuned(parameter, values.get(parameter.name())))
                .toList();
    }

    private static TrainingJob.Tuned tuned(Parameter parameter, @Nullable String value) {
        return new TrainingJob.Tuned(
                parameter.name(),
                parameter.describe(),
                parameter instanceof Parameter.Categorical,
                (int) Math.min(parameter.choices(), Integer.MAX_VALUE),
                value == null ? 0.5 : parameter.position(value));
    }

    /** What the training writes, the objective first. */
    static List<MetricDefinition> metrics(TrainingDefinition training, @Nullable String objective) {
        var metrics = BuiltInMetrics.written(training.image(), training.metrics(), objective);
        var ordered = new ArrayList<MetricDefinition>(metrics.size());
        metrics.stream().filter(metric -> metric.name().equals(objective)).forEach(ordered::add);
        metrics.stream().filter(metric -> !metric.name().equals(objective)).forEach(ordered::add);
        return ordered;
    }
}
