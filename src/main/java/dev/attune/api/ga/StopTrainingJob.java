package dev.attune.api.ga;

import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's StopTrainingJob, for those of tuning jobs too: the answer is empty, and the job is Stopping when it arrives. */
@Component
final class StopTrainingJob extends GaOperation<TrainingJobRequest, Void> {
    private final TrainingRuns runs;

    StopTrainingJob(TrainingRuns runs) {
        this.runs = runs;
    }

    @Override
    public Class<TrainingJobRequest> requestType() {
        return TrainingJobRequest.class;
    }

    @Override
    @Nullable Void answer(TrainingJobRequest request, Caller caller) {
        runs.stop(request.scope(runs, caller), request.trainingJobName());
        return null;
    }
}
