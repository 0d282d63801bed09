package dev.attune.control;

import dev.attune.control.ClockController.ClockView;
import dev.attune.tuning.TuningStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Simulated time until a tuning job is where somebody wants it. */
@RestController
class TimeLapseController {
    private final JobsByName jobs;
    private final TimeLapse lapse;
    private final ClockController clock;

    TimeLapseController(JobsByName jobs, TimeLapse lapse, ClockController clock) {
        this.jobs = jobs;
        this.lapse = lapse;
        this.clock = clock;
    }

    @Operation(
            operationId = "runClock",
            summary = "Jump ahead in simulated time until a tuning job has a status",
            description =
                    "From event to event, without waiting, to the very instant at which the job takes the status; for"
                            + " at most a minute. A clock that is manual or paused stands still again then. Time jumps for all jobs.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Goal.class))))
    @ApiResponse(responseCode = "200", description = "The job is there", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "NotFound: there is no such tuning job",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "Conflict: the job has ended in another way, only a client can get it there, it takes too long,"
                            + " or time runs until something else already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
    @Refuses
    @PostMapping("/_attune/clock/run-until")
    Arrival runUntil(@RequestBody Map<String, Object> body) {
        var goal = Goal.of(body);
        if (goal.job() == null) {
            throw new IllegalArgumentException("The member [job] is missing. It names a tuning job");
        }
        var status = goal.status() == null ? null : status(goal.status());
        var found = jobs.tuningJob(goal.job(), goal.account(), goal.region());
        var job = lapse.run(found.key(), status);
        return new Arrival(job.name(), job.status().word(), clock.show());
    }

    private static TuningStatus status(String word) {
        return Arrays.stream(TuningStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status [" + Members.shown(word) + "] must be one of "
                        + Arrays.stream(TuningStatus.values())
                                .map(TuningStatus::word)
                                .collect(Collectors.joining(", "))));
    }

    /** Whom to wait for, and for what. */
    @Schema(name = "ClockGoal")
    record Goal(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "a tuning job's name, in any case",
                    example = "demo-1")
            @Nullable String job,

            @Schema(
                    allowableValues = {"InProgress", "Completed", "Failed", "Stopping", "Stopped"},
                    description = "until it has ended, in whatever way, where absent",
                    example = "Completed")
            @Nullable String status,

            @Schema(
                    description = "needed only where several accounts have a job of this name",
                    example = "000000000000")
            @Nullable String account,

            @Schema(description = "needed only where several regions have a job of this name", example = "us-east-1")
            @Nullable String region) {
        static Goal of(Map<String, Object> body) {
            var members = Members.of(body, "job", "status", "account", "region");
            return new Goal(
                    members.text("job"), members.text("status"), members.text("account"), members.text("region"));
        }
    }

    /** A tuning job where it was wanted, and the clock then. */
    record Arrival(String job, String status, ClockView clock) {}
}
