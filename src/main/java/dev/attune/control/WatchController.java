package dev.attune.control;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A tuning job's progress as text, for people without a browser and for scripts. */
@RestController
class WatchController {
    private final TuningJobLookup jobs;
    private final ProgressStream progress;

    WatchController(TuningJobLookup jobs, ProgressStream progress) {
        this.jobs = jobs;
        this.progress = progress;
    }

    /**
     * Streams a line for each training job that has ended or ends, and a last line that begins with RESULT.
     *
     * @param account needed only where several accounts have a job of this name
     * @param region likewise
     */
    @Operation(
            summary = "Watch a tuning job",
            description = "A stream: a line for each training job that has ended or ends, and a last line that begins"
                    + " with RESULT. The lines depend on the job's history alone, not on when somebody watches.")
    @ApiResponse(
            responseCode = "200",
            description = "Lines of text, as they come",
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject("RESULT status=Completed best=0.4053 job=demo-1-019-7187f78a"
                                            + " trainingJobs=30 simulatedTime=01:23:45\n")))
    @ApiResponse(
            responseCode = "400",
            description = "InvalidRequest: several accounts or regions have a tuning job of this name",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
    @ApiResponse(
            responseCode = "404",
            description = "NotFound: there is no such tuning job",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
    @Busy
    @GetMapping("/_attune/tuning-jobs/{name}/watch")
    void watch(
            @Parameter(description = "a tuning job's name, in any case", example = "demo-1") @PathVariable String name,
            @Parameter(
                            description = "needed only where several accounts have a job of this name",
                            example = "000000000000")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "needed only where several regions have a job of this name", example = "us-east-1")
                    @RequestParam(required = false)
                    @Nullable String region,
            HttpServletResponse response)
            throws IOException {
        progress.stream(() -> jobs.find(name, account, region), response);
    }

    /** HEAD, which Spring would answer by a GET, and that only when the job ends. */
    @Hidden
    @RequestMapping(path = "/_attune/tuning-jobs/{name}/watch", method = RequestMethod.HEAD)
    ResponseEntity<Void> canWatch(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region) {
        jobs.find(name, account, region);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).build();
    }
}
