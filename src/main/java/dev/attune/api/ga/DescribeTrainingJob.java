package dev.attune.api.ga;

import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.Caller;
import dev.attune.wire.JsonText;
import org.springframework.stereotype.Component;

/** AWS's DescribeTrainingJob, for single training jobs and for those that tuning jobs launch. */
@Component
final class DescribeTrainingJob extends GaOperation<TrainingJobRequest, TrainingJobDescription> {
    private final TrainingRuns runs;
    private final JsonText json;

    DescribeTrainingJob(TrainingRuns runs, JsonText json) {
        this.runs = runs;
        this.json = json;
    }

    @Override
    public Class<TrainingJobRequest> requestType() {
        return TrainingJobRequest.class;
    }

    @Override
    TrainingJobDescription answer(TrainingJobRequest request, Caller caller) {
        var run = runs.find(request.scope(runs, caller), request.trainingJobName());
        return TrainingJobDescription.of(run, CreateTrainingJobRequest.of(run, json));
    }
}
