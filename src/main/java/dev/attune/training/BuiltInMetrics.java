package dev.attune.training;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The metrics that an image brings with it, so that a request need not define them. */
public final class BuiltInMetrics {
    // AWS: the objective's metric again, under a name that is the same for all tuning jobs.
    /** The name of the metric that stands for the objective, whichever it is. */
    public static final String OBJECTIVE = "ObjectiveMetric";

    private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
    private static final Set<String> DATA = Set.of("train", "validation", "test");

    private BuiltInMetrics() {}

    /**
     * The definitions that an image adds to a tuning job. Attune's images write any metric as {@code name=value} and add the objective's;
     * AWS's built-in algorithms add all of theirs, the objective's among them, and {@link #OBJECTIVE}. Empty for any other image: its metrics
     * must be defined.
     */
    public static List<MetricDefinition> of(String image, String objectiveMetric) {
        var name = ImageName.of(image);
        if (name.isOwn()) {
            return List.of(own(objectiveMetric));
        }
        return BuiltInAlgorithms.of(name)
                .map(algorithm -> withObjective(algorithm, objectiveMetric))
                .orElse(List.of());
    }

    /**
     * The definitions that an image adds to a single training job: those of a tuning job but {@link #OBJECTIVE}.
     *
     * @param objectiveMetric null where none is named; Attune's images then write {@code loss}
     */
    public static List<MetricDefinition> ofTraining(String image, @Nullable String objectiveMetric) {
        var name = ImageName.of(image);
        if (name.isOwn()) {
            return List.of(own(objectiveMetric == null ? "loss" : objectiveMetric));
        }
        return BuiltInAlgorithms.of(name)
                .map(algorithm -> objectiveMetric == null
                        ? algorithm.definitions()
                        : with(algorithm.definitions(), algorithm.definition(objectiveMetric)))
                .orElse(List.of());
    }

    private static MetricDefinition own(String metric) {
        return new MetricDefinition(metric, literal(metric) + "=" + NUMBER);
    }

    private static List<MetricDefinition> withObjective(BuiltInAlgorithm algorithm, String metric) {
        var objective = algorithm.definition(metric);
        return with(with(algorithm.definitions(), objective), new MetricDefinition(OBJECTIVE, objective.regex()));
    }

    private static List<MetricDefinition> with(List<MetricDefinition> metrics, MetricDefinition more) {
        return metrics.contains(more)
                ? metrics
                : Stream.concat(metrics.stream(), Stream.of(more)).toList();
    }

    /**
     * Those of a job's metrics that its training writes: of what a built-in algorithm could write, the objective on whatever data it is
     * measured, as {@code train:auc} beside {@code validation:auc}. Of any other job's metrics, all.
     *
     * @param objectiveMetric null where none is named; the algorithm then writes its usual one
     */
    public static List<MetricDefinition> written(
            String image, List<MetricDefinition> metrics, @Nullable String objectiveMetric) {
        var algorithm = BuiltInAlgorithms.of(ImageName.of(image)).orElse(null);
        if (algorithm == null || !areOf(algorithm, metrics)) {
            return metrics;
        }
        var objective = objectiveMetric == null ? algorithm.usual() : objectiveMetric;
        return metrics.stream()
                .filter(metric ->
                        metric.name().equals(objective) || (objective != null && alike(metric.name(), objective)))
                .toList();
    }

    /** Whether the metrics are the algorithm's own, and not the client's. */
    private static boolean areOf(BuiltInAlgorithm algorithm, List<MetricDefinition> metrics) {
        var own = algorithm.definitions();
        return standsForObjective(metrics) || (!own.isEmpty() && metrics.containsAll(own));
    }

    /** Whether {@link #OBJECTIVE} is among the metrics. */
    public static boolean standsForObjective(List<MetricDefinition> metrics) {
        return metrics.stream().map(MetricDefinition::name).anyMatch(OBJECTIVE::equals);
    }

    private static boolean alike(String metric, String other) {
        var parts = metric.split(":", 2);
        var others = other.split(":", 2);
        return parts.length == 2
                && others.length == 2
                && DATA.contains(parts[0])
                && DATA.contains(others[0])
                && parts[1].equals(others[1]);
    }

    /** A regular expression that matches the text. */
    static String literal(String text) {
        return text.replaceAll("[^A-Za-z0-9_\\-:/ ]", "\\\\$0");
    }
}
