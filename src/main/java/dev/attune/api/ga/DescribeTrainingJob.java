package dev.attune.api.ga;

import dev.attune.api.Identity;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.JsonText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** AWS's DescribeTrainingJob, for the training jobs that tuning jobs launch. */
@Component
final class DescribeTrainingJob extends GaOperation<DescribeTrainingJob.Request, TrainingJobDescription> {
    private final TuningJobs jobs;
    private final JsonText json;

    DescribeTrainingJob(TuningJobs jobs, JsonText json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** AWS's DescribeTrainingJobRequest. */
    record Request(
            @NotNull @Pattern(regexp = Names.TRAINING_JOB) @Size(min = 1, max = 63) String trainingJobName) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    TrainingJobDescription answer(Request request, Caller caller) {
        var found = find(request.trainingJobName(), caller);
        return TrainingJobDescription.of(found, Echo.of(found.tuningJob(), json).training());
    }

    private TrainingJobSnapshot find(String name, Caller caller) {
        return caller.account() == null
                ? jobs.trainingJobInAnyAccount(Identity.DEFAULT_ACCOUNT, caller.region(), name)
                : jobs.trainingJob(Identity.scope(caller, null), name);
    }
}
