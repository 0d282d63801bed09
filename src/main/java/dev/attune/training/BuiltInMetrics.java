package dev.attune.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics that an image brings with it, so that a request need not define them. */
public final class BuiltInMetrics {
    // AWS: the objective's metric again, under a name that is the same for all tuning jobs.
    /** The name of the metric that stands for the objective, whichever it is. */
    public static final String OBJECTIVE = "ObjectiveMetric";

    private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
    private static final Set<String> DATA = Set.of("train", "validation", "test");

    // AWS: of the metrics that the guide lists for each algorithm, the one that most tune for.
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("xgboost", "validation:rmse"),
            Map.entry("linear-learner", "validation:objective_loss"),
            Map.entry("image-classification", "validation:accuracy"),
            Map.entry("object-detection", "validation:mAP"),
            Map.entry("semantic-segmentation", "validation:mIOU"),
            Map.entry("kmeans", "test:msd"),
            Map.entry("knn", "test:accuracy"),
            Map.entry("factorization-machines", "test:rmse"),
            Map.entry("ntm", "validation:total_loss"),
            Map.entry("lda", "test:pwll"),
            Map.entry("rcf", "test:f1"),
            Map.entry("randomcutforest", "test:f1"),
            Map.entry("blazingtext", "train:mean_rho"),
            Map.entry("seq2seq", "validation:perplexity"),
            Map.entry("forecasting-deepar", "test:RMSE"),
            Map.entry("object2vec", "validation:cross_entropy"),
            Map.entry("ipinsights", "validation:discriminator_auc"));

    private BuiltInMetrics() {}

    /**
     * The definitions that an image adds to a training job that nothing tunes: {@code loss} of Attune's own images, and all that the service has
     * for AWS's built-in algorithms. Empty for any other image.
     */
    public static List<MetricDefinition> usual(String image) {
        var name = ImageName.of(image);
        return name.isOwn()
                ? of(image, "loss")
                : BuiltInAlgorithms.of(name).map(BuiltInAlgorithm::definitions).orElse(List.of());
    }

    /**
     * The definitions that an image adds to a tuning job. Attune's images write any metric as {@code name=value} and add the objective's;
     * AWS's built-in algorithms add all of theirs, the objective's among them, and {@link #OBJECTIVE}. Empty for any other image: its metrics
     * must be defined.
     */
    public static List<MetricDefinition> of(String image, String objectiveMetric) {
        var name = ImageName.of(image);
        if (name.isOwn()) {
            return List.of(new MetricDefinition(objectiveMetric, literal(objectiveMetric) + "=" + NUMBER));
        }
        return BuiltInAlgorithms.of(name)
                .map(algorithm -> withObjective(algorithm, objectiveMetric))
                .orElse(List.of());
    }

    private static List<MetricDefinition> withObjective(BuiltInAlgorithm algorithm, String metric) {
        var all = new ArrayList<>(algorithm.definitions());
        var objective = algorithm.definition(metric);
        if (!all.contains(objective)) {
            all.add(objective);
        }
        all.add(new MetricDefinition(OBJECTIVE, objective.regex()));
        return List.copyOf(all);
    }

    /**
     * Those of a job's metrics that its training writes: of what a built-in algorithm could write, the objective on whatever data it is
     * measured, as {@code train:auc} beside {@code validation:auc}. Of any other job's metrics, all.
     */
    public static List<MetricDefinition> written(String image, List<MetricDefinition> metrics, String objectiveMetric) {
        if (BuiltInAlgorithms.of(ImageName.of(image)).isEmpty() || !standsForObjective(metrics)) {
            return metrics;
        }
        return metrics.stream()
                .filter(metric -> metric.name().equals(objectiveMetric) || alike(metric.name(), objectiveMetric))
                .toList();
    }

    /** The same of a training job that nothing tunes, which writes what most tune its algorithm for. */
    public static List<MetricDefinition> written(String image, List<MetricDefinition> metrics) {
        var name = ImageName.of(image);
        var usual = USUAL.get(name.repository().replaceFirst("^sagemaker-", ""));
        if (usual == null || !metrics.equals(usual(image))) {
            return metrics;
        }
        return metrics.stream()
                .filter(metric -> metric.name().equals(usual) || alike(metric.name(), usual))
                .toList();
    }

    /** Whether {@link #OBJECTIVE} is among the metrics: then all are the image's. */
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
