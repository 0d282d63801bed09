package dev.attune.api.ga;

import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;

/**
 * What CreateTrainingJob refuses although each member alone is well-formed; see {@link RequestRules}. Throws TuningException INVALID.
 */
final class TrainingJobRules {
    private TrainingJobRules() {}

    // AWS: the model requires neither algorithm nor machines, as a serverless job has none.
    static void check(CreateTrainingJobRequest request) {
        require(request.serverlessJobConfig() == null, "Attune does not implement ServerlessJobConfig.");
        require(request.modelPackageConfig() == null, "Attune does not implement ModelPackageConfig.");
        require(request.algorithmSpecification() != null, "Provide AlgorithmSpecification.");
        require(request.resourceConfig() != null, "Provide ResourceConfig.");
        RequestRules.checkTraining(request.training());
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
