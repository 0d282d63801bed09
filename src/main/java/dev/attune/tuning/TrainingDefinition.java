package dev.attune.tuning;

import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricDefinition;
import dev.attune.training.Terms;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all training jobs of a tuning job have in common. Images, roles and locations are strings: nothing is ever fetched.
 *
 * @param staticHyperParameters the ones that are not tuned; sorted by name
 * @param metrics what to read from the logs
 * @param terms {@link Terms#USUAL} too where it was stored before there were others
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
        Duration maxRuntime,
        Terms terms) {
    public TrainingDefinition {
        terms = Objects.requireNonNullElse(terms, Terms.USUAL);
        staticHyperParameters = Collections.unmodifiableMap(new TreeMap<>(staticHyperParameters));
        metrics = List.copyOf(metrics);
        inputs = List.copyOf(inputs);
    }

    /** A definition on the usual terms. */
    public TrainingDefinition(
            String image,
            String inputMode,
            Map<String, String> staticHyperParameters,
            List<MetricDefinition> metrics,
            String roleArn,
            List<Channel> inputs,
            Output output,
            Cluster cluster,
            Duration maxRuntime) {
        this(
                image,
                inputMode,
                staticHyperParameters,
                metrics,
                roleArn,
                inputs,
                output,
                cluster,
                maxRuntime,
                Terms.USUAL);
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
        return with(others, terms);
    }

    /** The same for training jobs that are created with these tags. */
    TrainingDefinition withTags(List<Tag> tags) {
        var byKey = tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, last) -> last));
        return with(metrics, terms.withTags(byKey));
    }

    private TrainingDefinition with(List<MetricDefinition> others, Terms otherTerms) {
        return new TrainingDefinition(
                image,
                inputMode,
                staticHyperParameters,
                others,
                roleArn,
                inputs,
                output,
                cluster,
                maxRuntime,
                otherTerms);
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
