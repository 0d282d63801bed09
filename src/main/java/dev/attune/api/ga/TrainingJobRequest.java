package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Identity;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A request that names a training job and nothing else: those of today's Describe, Stop and Delete. */
@ActedOn
record TrainingJobRequest(
        @NotNull @Pattern(regexp = Names.TRAINING_JOB) @Size(min = 1, max = 63) String trainingJobName) {

    /** Where the training job is looked for: today's requests name no account. */
    Scope scope(TrainingRuns runs, Caller caller) {
        return runs.scopeOf(trainingJobName, Identity.reach(caller));
    }
}
