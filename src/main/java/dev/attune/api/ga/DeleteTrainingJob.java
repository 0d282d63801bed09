package dev.attune.api.ga;

import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's DeleteTrainingJob, for single training jobs that have ended: the answer is empty, and the job is gone when it arrives. */
@Component
final class DeleteTrainingJob extends GaOperation<TrainingJobRequest, Void> {
    private final TrainingRuns runs;

    DeleteTrainingJob(TrainingRuns runs) {
        this.runs = runs;
    }

    @Override
    public Class<TrainingJobRequest> requestType() {
        return TrainingJobRequest.class;
    }

    @Override
    @Nullable Void answer(TrainingJobRequest request, Caller caller) {
        runs.delete(request.scope(runs, caller), request.trainingJobName());
        return null;
    }
}
