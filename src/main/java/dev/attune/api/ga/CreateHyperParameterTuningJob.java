package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.JsonText;
import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's CreateHyperParameterTuningJob: starts a hyperparameter tuning job. */
@Component
final class CreateHyperParameterTuningJob
        extends GaOperation<CreateHyperParameterTuningJob.Request, CreateHyperParameterTuningJob.Response> {
    private final TuningJobs jobs;
    private final JsonText json;

    CreateHyperParameterTuningJob(TuningJobs jobs, JsonText json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** AWS's CreateHyperParameterTuningJobRequest. */
    record Request(
            @ActedOn @NotNull @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) String hyperParameterTuningJobName,

            @NotNull @Valid HyperParameterTuningJobConfig hyperParameterTuningJobConfig,
            @Valid @Nullable HyperParameterTrainingJobDefinition trainingJobDefinition,

            @Size(min = 1, max = 10) @Nullable List<@Valid HyperParameterTrainingJobDefinition> trainingJobDefinitions,

            @ActedOn @Valid @Nullable WarmStartConfig warmStartConfig,

            @ActedOn("tags of the tuning job, and of its training jobs") @Size(max = 50) @Nullable List<@Valid TagShape> tags,

            @ActedOn @Valid @Nullable Autotune autotune) {

        /** What is to be given back. */
        Asked asked() {
            return new Asked(
                    hyperParameterTuningJobConfig,
                    trainingJobDefinition,
                    trainingJobDefinitions,
                    warmStartConfig,
                    autotune);
        }
    }

    /** AWS's Autotune. */
    record Autotune(@NotNull @OneOf("Enabled") String mode) {}

    /** AWS's CreateHyperParameterTuningJobResponse. */
    record Response(String hyperParameterTuningJobArn) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        RequestRules.check(request);
        var asked = Autotuning.fill(request.asked());
        var definition = Definitions.read(asked, json.write(asked));
        var scope = Identity.scopeOfRole(caller, asked.trainings().get(0).roleArn());
        if (definition.warmStart() != null) {
            jobs.parents(scope, definition.warmStart())
                    .forEach(parent -> WarmStartFields.check(asked, Echo.of(parent, json)));
        }
        var job = jobs.create(
                scope, request.hyperParameterTuningJobName(), definition, Definitions.readTags(request.tags()));
        return new Response(Arns.hyperParameterTuningJob(job));
    }
}
