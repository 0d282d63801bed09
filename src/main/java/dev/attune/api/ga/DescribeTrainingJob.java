package dev.attune.api.ga;

import dev.attune.api.Identity;
import dev.attune.tuning.TrainingJobSnapshot;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.Operation;
import dev.attune.wire.ServiceException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** AWS's DescribeTrainingJob, for the training jobs that tuning jobs launch. */
@Component
final class DescribeTrainingJob implements Operation<DescribeTrainingJob.Request, TrainingJobDescription> {
    private final TuningJobs jobs;

    DescribeTrainingJob(TuningJobs jobs) {
        this.jobs = jobs;
    }

    /** AWS's DescribeTrainingJobRequest. */
    record Request(
            @NotNull @Pattern(regexp = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}") @Size(min = 1, max = 63) String trainingJobName) {}

    @Override
    public String name() {
        return "DescribeTrainingJob";
    }

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    // AWS: an unknown training job is a ValidationException, though the model says ResourceNotFound.
    @Override
    public TrainingJobDescription handle(Request request, Caller caller) {
        try {
            return TrainingJobDescription.of(find(request.trainingJobName(), caller));
        } catch (TuningException e) {
            throw new ServiceException("ValidationException", 400, String.valueOf(e.getMessage()));
        }
    }

    private TrainingJobSnapshot find(String name, Caller caller) {
        return caller.account() == null
                ? jobs.trainingJobInAnyAccount(Identity.DEFAULT_ACCOUNT, caller.region(), name)
                : jobs.trainingJob(Identity.scope(caller, null), name);
    }
}
