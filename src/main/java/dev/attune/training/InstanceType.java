package dev.attune.training;

import org.jspecify.annotations.Nullable;

/**
 * A type of instance that training runs on.
 *
 * @param name as AWS spells it, for example {@code ml.g5.xlarge}
 * @param gpu the name of its GPUs; null where it has none
 */
public record InstanceType(
        String name,
        int vCpus,
        double memoryGiB,
        int gpus,
        @Nullable String gpu) {}
