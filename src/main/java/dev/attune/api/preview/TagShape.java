package dev.attune.api.preview;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** AWS's Tag. */
record TagShape(
        @NotNull @Pattern(regexp = TagShape.TEXT) @Size(min = 1, max = 128) String key,

        @Pattern(regexp = TagShape.TEXT) @Size(max = 256) @Nullable String value) {
    static final String TEXT = "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";
}
