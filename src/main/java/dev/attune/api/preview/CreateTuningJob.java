package dev.attune.api.preview;

import dev.attune.api.ActedOn;
import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.tuning.JobTags;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The preview's CreateTuningJob: starts a hyperparameter tuning job. */
@Component
final class CreateTuningJob extends PreviewOperation<CreateTuningJob.Request, CreateTuningJob.Response> {
    private final TuningJobs jobs;

    CreateTuningJob(TuningJobs jobs) {
        this.jobs = jobs;
    }

    /** AWS's CreateTuningJobRequest. */
    record Request(
            @ActedOn @NotNull @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) String tuningJobName,

            @ActedOn("the account of the job, where the access key names none")
            @NotNull @Pattern(regexp = Names.ACCOUNT) @Size(min = 1, max = 12) String awsAccountId,

            @NotNull @Valid TuningJobConfig tuningJobConfig,
            @NotNull @Valid TrainingJobDefinition trainingJobDefinition,

            @ActedOn("tags of the tuning job, and of its training jobs") @Size(max = 50) @Nullable List<@Valid TagShape> tags) {}

    /** AWS's CreateTuningJobResponse. */
    record Response(String tuningJobArn) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var job = jobs.create(
                Identity.scope(caller, request.awsAccountId()),
                request.tuningJobName(),
                Definitions.read(request.tuningJobConfig(), request.trainingJobDefinition()),
                new JobTags(
                        Definitions.readTags(request.tags()),
                        Definitions.readTags(request.trainingJobDefinition().tags())));
        return new Response(Arns.tuningJob(job));
    }
}
