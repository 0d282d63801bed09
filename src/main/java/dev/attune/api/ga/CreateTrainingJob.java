package dev.attune.api.ga;

import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TrainingRuns;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.wire.Caller;
import dev.attune.wire.JsonText;
import org.springframework.stereotype.Component;

/** AWS's CreateTrainingJob: starts a single training job. */
@Component
final class CreateTrainingJob extends GaOperation<CreateTrainingJobRequest, CreateTrainingJob.Response> {
    private final TrainingRuns runs;
    private final JsonText json;

    CreateTrainingJob(TrainingRuns runs, JsonText json) {
        this.runs = runs;
        this.json = json;
    }

    /** AWS's CreateTrainingJobResponse. */
    record Response(String trainingJobArn) {}

    @Override
    public Class<CreateTrainingJobRequest> requestType() {
        return CreateTrainingJobRequest.class;
    }

    @Override
    Response answer(CreateTrainingJobRequest request, Caller caller) {
        TrainingJobRules.check(request);
        var scope = Identity.scopeOfRole(caller, request.roleArn());
        var name = request.trainingJobName();
        create(scope, name, request);
        return new Response(Arns.trainingJob(scope, name));
    }

    private void create(Scope scope, String name, CreateTrainingJobRequest request) {
        try {
            runs.create(
                    scope,
                    name,
                    new TrainingRuns.Request(
                            Definitions.readTraining(request.training()),
                            json.write(request.withoutTags()),
                            Definitions.readTags(request.tags())));
        } catch (TuningException e) {
            throw e.error() == TuningError.NAME_IN_USE ? inUse(Arns.trainingJob(scope, name)) : e;
        }
    }

    // AWS: the text of a real ResourceInUse.
    private static TuningException inUse(String arn) {
        return new TuningException(
                TuningError.NAME_IN_USE,
                "Training job names must be unique within an AWS account and region, and a training job with this name"
                        + " already exists (" + arn + ")");
    }
}
