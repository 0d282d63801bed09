package dev.attune.control;

import dev.attune.traffic.RequestJournal;
import dev.attune.traffic.RequestJournal.JournalExtract;
import dev.attune.traffic.RequestJournal.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The requests that came, and what was answered. */
@RestController
class RequestsController {
    private static final String PATH = "/_attune/requests";
    private static final int MOST_SHOWN = 1000;

    private final RequestJournal journal;

    RequestsController(RequestJournal journal) {
        this.journal = journal;
    }

    @Operation(
            operationId = "listRequests",
            summary = "The requests that came last, the newest first",
            description = "Those to AWS's operations, and all that nobody serves; count is of all that were asked for,"
                    + " however few are shown. As many are kept as attune.requests.keep says.")
    @ApiResponse(responseCode = "200", description = "The requests, and their count", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "InvalidRequest: status or limit is no number, or out of bounds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
    @GetMapping(PATH)
    JournalExtract list(
            @Parameter(description = "a name, or a pattern with * and ?", example = "Create*")
                    @RequestParam(required = false)
                    @Nullable String operation,
            @Parameter(description = "the HTTP status", example = "400") @RequestParam(required = false) @Nullable String status,
            @Parameter(description = "the error's code", example = "ThrottlingException")
                    @RequestParam(required = false)
                    @Nullable String error,
            @Parameter(description = "the caller's account", example = "123456789012")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "show so many at the most, 0 to 1000", example = "100")
                    @RequestParam(defaultValue = "100")
                    String limit) {
        return journal.find(new Query(
                operation,
                status == null ? null : number("status", status, 599),
                error,
                account,
                number("limit", limit, MOST_SHOWN)));
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    name + " [" + Members.shown(text) + "] must be a whole number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    @Operation(operationId = "deleteRequests", summary = "Forget the requests that came")
    @ApiResponse(responseCode = "204", description = "The journal is empty")
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        journal.clear();
    }
}
