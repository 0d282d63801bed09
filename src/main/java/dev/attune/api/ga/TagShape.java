package dev.attune.api.ga;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** AWS's Tag. */
record TagShape(
        @NotNull @Pattern(regexp = Names.TAG) @Size(min = 1, max = 128) String key,

        @NotNull @Pattern(regexp = Names.TAG) @Size(max = 256) String value) {}
