package dev.attune.training;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics that an image brings with it, so that a request need not define them. */
public final class BuiltInMetrics {
    private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";

    /** AWS's built-in algorithms, by repository name; each may carry the prefix {@code sagemaker-}. */
    private static final Set<String> ALGORITHMS = Set.of(
            "xgboost",
            "linear-learner",
            "image-classification",
            "image-classification-multilabel",
            "object-detection",
            "semantic-segmentation",
            "kmeans",
            "knn",
            "factorization-machines",
            "ntm",
            "lda",
            "pca",
            "rcf",
            "randomcutforest",
            "blazingtext",
            "seq2seq",
            "forecasting-deepar",
            "object2vec",
            "ipinsights",
            "tabtransformer",
            "lightgbm",
            "catboost",
            "autogluon");

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
     * The definition of the metric that a training job of this image writes if nobody asks for another: {@code loss} of Attune's own images,
     * and the usual one of AWS's built-in algorithms. Empty for any other image.
     */
    public static List<MetricDefinition> usual(String image) {
        var name = ImageName.of(image);
        var metric = name.isOwn() ? "loss" : USUAL.get(algorithm(name));
        return metric == null ? List.of() : of(image, metric);
    }

    /**
     * The definition of the metric that the objective asks for, where the image brings its own metrics: Attune's images write any metric as
     * {@code name=value}, AWS's built-in algorithms as their logs do. Empty for any other image: its metrics must be defined.
     */
    public static List<MetricDefinition> of(String image, String objectiveMetric) {
        var name = ImageName.of(image);
        if (name.isOwn()) {
            return List.of(new MetricDefinition(objectiveMetric, literal(objectiveMetric) + "=" + NUMBER));
        }
        var algorithm = algorithm(name);
        return ALGORITHMS.contains(algorithm)
                ? List.of(new MetricDefinition(objectiveMetric, regex(algorithm, objectiveMetric)))
                : List.of();
    }

    private static String algorithm(ImageName name) {
        return name.repository().replaceFirst("^sagemaker-", "");
    }

    // AWS: the forms in which the built-in algorithms log, as their documented metric definitions show them.
    private static String regex(String algorithm, String metric) {
        return switch (algorithm) {
            case "xgboost" -> ".*\\[[0-9]+\\].*#011" + literal(metric.replace(':', '-')) + ":" + NUMBER + ".*";
            case "image-classification" ->
                "Epoch\\[[0-9]+\\] " + literal(capitalized(metric.replace(':', '-'))) + "=" + NUMBER;
            default ->
                "#quality_metric: host=\\S+, epoch=\\S+, " + literal(metric.replaceFirst(":", " ")) + " <\\S+>="
                        + NUMBER;
        };
    }

    private static String capitalized(String metric) {
        return metric.isEmpty() ? metric : Character.toUpperCase(metric.charAt(0)) + metric.substring(1);
    }

    private static String literal(String text) {
        return text.replaceAll("[^A-Za-z0-9_\\-:/ ]", "\\\\$0");
    }
}
