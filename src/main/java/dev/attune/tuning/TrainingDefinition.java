package dev.attune.tuning;

import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricDefinition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all training jobs of a tuning job have in common. Images, roles and locations are strings: nothing is ever fetched.
 *
 * @param staticHyperParameters the ones that are not tuned; sorted by name
 * @param metrics what to read from the logs
 */
public record TrainingDefinition(
        String image,
        String inputMode,
        Map<String, String> staticHyperParameters,
        List<MetricDefinition> metrics,
        String roleArn,
        List<Channel> inputs,
        Output output,
        Cluster cluster,
        Duration maxRuntime) {
    public TrainingDefinition {
        staticHyperParameters = Collections.unmodifiableMap(new TreeMap<>(staticHyperParameters));
        metrics = List.copyOf(metrics);
        inputs = List.copyOf(inputs);
    }

    /** The same with the metrics that the image brings, where none are defined. */
    TrainingDefinition withImageMetrics() {
        if (!metrics.isEmpty()) {
            return this;
        }
        var objective = staticHyperParameters.get(TrainingJobs.OBJECTIVE_HYPERPARAMETER);
        return withMetrics(BuiltInMetrics.ofTraining(image, objective));
    }

    /** The same with other metrics. */
    public TrainingDefinition withMetrics(List<MetricDefinition> others) {
        return new TrainingDefinition(
                image, inputMode, staticHyperParameters, others, roleArn, inputs, output, cluster, maxRuntime);
    }

    /** A named source of training data. */
    public record Channel(
            String name,
            String s3DataType,
            String s3Uri,
            @Nullable String s3Distribution,
            @Nullable String contentType,
            @Nullable String compression,
            @Nullable String recordWrapper) {}

    /** Where a model would be put. */
    public record Output(String s3Path, @Nullable String kmsKeyId) {}

    /** The machines of each training job. */
    public record Cluster(
            String instanceType,
            int instanceCount,
            int volumeSizeInGB,
            @Nullable String volumeKmsKeyId) {}
}
