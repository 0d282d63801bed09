package dev.attune.api.ga;

import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields of the training job definition a tuning job may have otherwise than the parents that it learns from. */
final class WarmStartFields {
    // AWS: the list of a real ValidationException, in its order.
    private static final List<String> MAY_CHANGE = List.of(
            "algorithmSpecification",
            "inputDataConfig",
            "outputDataConfig",
            "staticHyperParameters",
            "roleArn",
            "resourceConfig",
            "stoppingCondition",
            "vpcConfig",
            "enableManagedSpotTraining",
            "checkpointConfig");
    private static final List<String> DATA_AND_ALGORITHM = List.of("algorithmSpecification", "inputDataConfig");

    private WarmStartFields() {}

    /**
     * Checks a request against one parent.
     *
     * @throws TuningException INVALID
     */
    static void check(Asked child, Asked parent) {
        var warmStart = Objects.requireNonNull(child.warmStartConfig());
        var allowed = new ArrayList<>(MAY_CHANGE);
        if (child.trainings().size() != 1 || parent.trainings().size() != 1) {
            return; // the domain refuses it
        }
        var training = child.trainings().get(0);
        var other = parent.trainings().get(0);
        boolean legal = sameRest(training, other);
        if (warmStart.warmStartType().equals("IdenticalDataAndAlgorithm")) {
            allowed.removeAll(DATA_AND_ALGORITHM);
            legal &= sameDataAndAlgorithm(training, other);
        }
        if (!legal) {
            throw new TuningException(
                    TuningError.INVALID,
                    "Only the following fields in TrainingJobDefinition are allowed to change: " + allowed + ".");
        }
    }

    // AWS: the image counts; what is read from its log may change.
    private static boolean sameDataAndAlgorithm(
            HyperParameterTrainingJobDefinition child, HyperParameterTrainingJobDefinition parent) {
        var algorithm = child.algorithmSpecification();
        var other = parent.algorithmSpecification();
        return Objects.equals(algorithm.trainingImage(), other.trainingImage())
                && Objects.equals(algorithm.algorithmName(), other.algorithmName())
                && Objects.equals(child.inputDataConfig(), parent.inputDataConfig());
    }

    private static boolean sameRest(
            HyperParameterTrainingJobDefinition child, HyperParameterTrainingJobDefinition parent) {
        return environment(child).equals(environment(parent))
                && Objects.equals(child.retryStrategy(), parent.retryStrategy())
                && isSet(child.enableNetworkIsolation()) == isSet(parent.enableNetworkIsolation())
                && isSet(child.enableInterContainerTrafficEncryption())
                        == isSet(parent.enableInterContainerTrafficEncryption());
    }

    private static Map<String, String> environment(HyperParameterTrainingJobDefinition training) {
        return training.environment() == null ? Map.of() : training.environment();
    }

    private static boolean isSet(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
