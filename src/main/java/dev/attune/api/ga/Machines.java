package dev.attune.api.ga;

import dev.attune.tuning.TrainingDefinition.Cluster;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import org.jspecify.annotations.Nullable;

/** Reads the machines of each training job, which a request can name in four ways. */
final class Machines {
    private Machines() {}

    /**
     * The first of several instance types that are to be tried in order; of several groups the first one's type and all their instances.
     *
     * @throws TuningException INVALID where a type or a number is missing
     */
    static Cluster read(HyperParameterTrainingJobDefinition definition) {
        var machines = definition.hyperParameterTuningResourceConfig();
        if (machines != null) {
            return read(machines);
        }
        var config = definition.resourceConfig();
        if (config == null) {
            throw invalid("Provide ResourceConfig or HyperParameterTuningResourceConfig.");
        }
        var groups = config.instanceGroups();
        if (groups == null || groups.isEmpty()) {
            return cluster(
                    config.instanceType(), config.instanceCount(), config.volumeSizeInGB(), config.volumeKmsKeyId());
        }
        if (config.instanceType() != null || config.instanceCount() != null) {
            throw invalid("Provide either InstanceGroups or InstanceType and InstanceCount, not both.");
        }
        int count = groups.stream()
                .mapToInt(ResourceConfig.InstanceGroup::instanceCount)
                .reduce(0, Machines::saturatedSum);
        return cluster(groups.get(0).instanceType(), count, config.volumeSizeInGB(), config.volumeKmsKeyId());
    }

    private static Cluster read(HyperParameterTrainingJobDefinition.HyperParameterTuningResourceConfig machines) {
        var configs = machines.instanceConfigs();
        if (configs == null) {
            return cluster(
                    machines.instanceType(),
                    machines.instanceCount(),
                    machines.volumeSizeInGB(),
                    machines.volumeKmsKeyId());
        }
        var first = configs.get(0);
        return cluster(first.instanceType(), first.instanceCount(), first.volumeSizeInGB(), machines.volumeKmsKeyId());
    }

    private static Cluster cluster(
            @Nullable String type, @Nullable Integer count, @Nullable Integer volume, @Nullable String key) {
        if (type == null || count == null || count == 0) {
            throw invalid("The training jobs need an InstanceType, and an InstanceCount of at least 1.");
        }
        return new Cluster(type, count, volume == null ? 0 : volume, key);
    }

    private static int saturatedSum(int left, int right) {
        return (int) Math.min(Integer.MAX_VALUE, (long) left + right);
    }

    private static TuningException invalid(String message) {
        return new TuningException(TuningError.INVALID, message);
    }
}
