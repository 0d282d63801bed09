package dev.attune.control;

import io.swagger.v3.oas.annotations.media.Schema;

/** What this package answers where it refuses. */
record ControlError(
        @Schema(description = "a word for programs", example = "InvalidRequest")
        String error,

        @Schema(
                description = "a sentence for people",
                example = "mode [fast] must be one of scaled, instant, wall, manual")
        String message) {}
