package dev.attune.control;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a body may be refused, for OpenAPI. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "400",
        description =
                "InvalidRequest: a member is unknown, of the wrong type or out of bounds, or the body cannot be read",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
@ApiResponse(
        responseCode = "411",
        description = "LengthRequired: the body has no Content-Length",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
@ApiResponse(
        responseCode = "413",
        description = "TooLarge: the body is larger than 64 KiB, or 1 MiB of a workload document",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
@ApiResponse(
        responseCode = "415",
        description = "UnsupportedMediaType: the body is not of a type that is listed",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
@interface Refuses {}
