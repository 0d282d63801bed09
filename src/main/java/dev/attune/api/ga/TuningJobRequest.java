package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A request that names a tuning job and nothing else: those of today's Describe, Stop and Delete. */
@ActedOn
record TuningJobRequest(
        @NotNull @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) String hyperParameterTuningJobName) {}
