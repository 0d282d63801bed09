package dev.attune.control;

import dev.attune.traffic.ApiFaults;
import dev.attune.traffic.ApiFaults.FaultListing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How AWS's operations are disturbed: look, put a document in its place, leave them alone. */
@RestController
class FaultsController {
    private static final String PATH = "/_attune/faults";
    private static final String IN_FORCE =
            "What is in force: where it came from (put, file or none), the seed, the document, and of each rule how many"
                    + " calls of its operations there were since then and how many it disturbed";
    private static final Logger log = LoggerFactory.getLogger(FaultsController.class);

    private final ApiFaults faults;

    FaultsController(ApiFaults faults) {
        this.faults = faults;
    }

    @Operation(operationId = "showFaults", summary = "Show how the operations are disturbed, and how often they were")
    @ApiResponse(responseCode = "200", description = IN_FORCE, useReturnTypeSchema = true)
    @GetMapping(PATH)
    FaultListing show() {
        return faults.show();
    }

    @Operation(
            operationId = "putFaults",
            summary = "Say how the operations are to be disturbed",
            description =
                    "Takes a whole document, or nothing of it, and counts from one. It holds until it is replaced or"
                            + " deleted, until a reset or a restart, and for this node alone.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "a document as docs/FAULTS.md describes it",
                            content = {
                                @Content(mediaType = "application/yaml", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
                            }))
    @ApiResponse(responseCode = "200", description = IN_FORCE, useReturnTypeSchema = true)
    @Refuses
    @PutMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/yaml", "application/x-yaml", "text/yaml"})
    FaultListing replace(@RequestBody byte[] document) {
        var listing = faults.replace(Utf8.decode(document));
        log.info("API faults: {} rules put", listing.rules().size());
        return listing;
    }

    @Operation(operationId = "deleteFaults", summary = "Disturb no operation any more")
    @ApiResponse(responseCode = "204", description = "No faults are in force, not even configured ones")
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }
}
