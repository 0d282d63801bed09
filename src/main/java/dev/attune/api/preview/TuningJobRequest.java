package dev.attune.api.preview;

import dev.attune.api.ActedOn;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A request that names a tuning job and nothing else: AWS's DescribeTuningJobRequest and StopTuningJobRequest. */
@ActedOn
record TuningJobRequest(
        @NotNull @Pattern(regexp = Names.ACCOUNT) @Size(min = 1, max = 12) String awsAccountId,

        @NotNull @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) String tuningJobName) {}
