package dev.attune.control;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a path names a job, of which there may be none or several, for OpenAPI. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "400",
        description = "InvalidRequest: several accounts or regions have a job of this name, or a parameter is wrong",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
@ApiResponse(
        responseCode = "404",
        description = "NotFound: there is no such job",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
@interface NamesJob {}
