package dev.attune.api.ga;

import dev.attune.training.MetricDefinition;
import dev.attune.tuning.TrainingDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Today's shapes of what a training job was asked to do, as they are given back. */
final class Shapes {
    private Shapes() {}

    /** AWS's AlgorithmSpecification. */
    record AlgorithmSpecification(
            String trainingImage,
            String trainingInputMode,
            List<Metric> metricDefinitions,
            boolean enableSageMakerMetricsTimeSeries) {
        static AlgorithmSpecification of(TrainingDefinition training) {
            return new AlgorithmSpecification(
                    training.image(),
                    training.inputMode(),
                    training.metrics().stream().map(Metric::of).toList(),
                    false);
        }
    }

    /** AWS's MetricDefinition. */
    record Metric(String name, String regex) {
        static Metric of(MetricDefinition metric) {
            return new Metric(metric.name(), metric.regex());
        }
    }

    /** AWS's Channel. */
    record Channel(
            String channelName,
            DataSource dataSource,
            @Nullable String contentType,
            @Nullable String compressionType,
            @Nullable String recordWrapperType) {
        static Channel of(TrainingDefinition.Channel channel) {
            return new Channel(
                    channel.name(),
                    new DataSource(new S3DataSource(channel.s3DataType(), channel.s3Uri(), channel.s3Distribution())),
                    channel.contentType(),
                    channel.compression(),
                    channel.recordWrapper());
        }
    }

    /** AWS's DataSource. */
    record DataSource(S3DataSource s3DataSource) {}

    /** AWS's S3DataSource. */
    record S3DataSource(
            String s3DataType, String s3Uri, @Nullable String s3DataDistributionType) {}

    /** AWS's OutputDataConfig. */
    record OutputDataConfig(String kmsKeyId, String s3OutputPath) {
        // AWS: no key is given back as an empty one.
        static OutputDataConfig of(TrainingDefinition.Output output) {
            return new OutputDataConfig(output.kmsKeyId() == null ? "" : output.kmsKeyId(), output.s3Path());
        }
    }

    /** AWS's ResourceConfig. */
    record ResourceConfig(
            String instanceType,
            int instanceCount,
            int volumeSizeInGB,
            @Nullable String volumeKmsKeyId) {
        static ResourceConfig of(TrainingDefinition.Cluster cluster) {
            return new ResourceConfig(
                    cluster.instanceType(),
                    cluster.instanceCount(),
                    cluster.volumeSizeInGB(),
                    cluster.volumeKmsKeyId());
        }
    }

    /** AWS's StoppingCondition. */
    record StoppingCondition(long maxRuntimeInSeconds) {}
}
