package dev.attune.api.ga;

import dev.attune.wire.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's HyperParameterTuningJobWarmStartConfig. */
record WarmStartConfig(
        @NotNull @Size(min = 1, max = 5) List<@Valid Parent> parentHyperParameterTuningJobs,

        @NotNull @OneOf({"IdenticalDataAndAlgorithm", "TransferLearning"})
        String warmStartType) {

    /** AWS's ParentHyperParameterTuningJob. */
    record Parent(
            @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) @Nullable String hyperParameterTuningJobName) {}
}
