package dev.attune.api.ga;

import dev.attune.wire.OneOf;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** AWS's HyperParameterTuningJobObjective. */
record HyperParameterTuningJobObjective(
        @NotNull @OneOf({"Maximize", "Minimize"}) String type,

        @NotNull @Pattern(regexp = Names.SOME) @Size(min = 1, max = 255) String metricName) {}
