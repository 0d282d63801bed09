package dev.attune.control;

import dev.attune.training.WorkloadDocuments;
import dev.attune.training.WorkloadDocuments.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How simulated training behaves: look, and put a document in its place. */
@RestController
class WorkloadsController {
    static final String PATH = "/_attune/workloads";
    private static final String IN_FORCE =
            "What is in force: the document, its version, where it came from (put, file or"
                    + " none), and the names of the workloads, in the order in which they are tried";
    private static final Logger log = LoggerFactory.getLogger(WorkloadsController.class);

    private final WorkloadDocuments workloads;

    WorkloadsController(WorkloadDocuments workloads) {
        this.workloads = workloads;
    }

    @Operation(operationId = "showWorkloads", summary = "Show how simulated training behaves")
    @ApiResponse(responseCode = "200", description = IN_FORCE, useReturnTypeSchema = true)
    @GetMapping(PATH)
    Listing show() {
        return workloads.show();
    }

    /** Takes a whole document, in JSON or YAML; tuning jobs that are there already keep their workloads. */
    @Operation(
            operationId = "putWorkloads",
            summary = "Say how simulated training is to behave",
            description = "Takes a whole workload document, or nothing of it. Jobs that are there already keep theirs.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "a document of the schema that /_attune/workloads/schema.json shows",
                            content = {
                                @Content(mediaType = "application/yaml", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
                            }))
    @ApiResponse(responseCode = "200", description = IN_FORCE, useReturnTypeSchema = true)
    @Refuses
    @PutMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/yaml", "application/x-yaml", "text/yaml"})
    Listing replace(@RequestBody byte[] document) {
        var listing = workloads.replace(Utf8.decode(document));
        log.info("Workloads: {} put, version {}", listing.workloads().size(), listing.version());
        return listing;
    }

    @Operation(operationId = "showWorkloadSchema", summary = "The JSON Schema of workload documents")
    @GetMapping(path = PATH + "/schema.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String schema() {
        return workloads.schema();
    }

    @Operation(operationId = "showWorkloadExamples", summary = "A workload document with examples, to begin with")
    @GetMapping(path = PATH + "/examples.yaml", produces = "application/yaml")
    String examples() {
        return workloads.examples();
    }
}
