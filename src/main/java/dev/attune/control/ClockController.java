package dev.attune.control;

import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TuningStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How simulated time passes: look, change, jump. */
@RestController
class ClockController {
    private static final long MOST_SECONDS = 3650 * 86_400L;

    private final SimulatedClock clock;
    private final TuningStore store;
    private final TrainingJobStore trainingJobs;

    ClockController(SimulatedClock clock, TuningStore store, TrainingJobStore trainingJobs) {
        this.clock = clock;
        this.store = store;
        this.trainingJobs = trainingJobs;
    }

    @Operation(operationId = "showClock", summary = "Show how simulated time passes")
    @GetMapping("/_attune/clock")
    ClockView show() {
        var settings = clock.settings();
        return new ClockView(
                lower(settings.mode()), settings.speed(), settings.paused(), clock.now(), seconds(clock.elapsed()));
    }

    @Operation(
            operationId = "changeClock",
            summary = "Change how simulated time passes",
            description = "What is absent stays as it is. Histories of tuning jobs do not depend on the clock.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Change.class))))
    @ApiResponse(responseCode = "200", description = "How the clock stands now", useReturnTypeSchema = true)
    @Refuses
    @PutMapping("/_attune/clock")
    ClockView change(@RequestBody Map<String, Object> body) {
        var change = Change.of(body);
        var before = clock.settings();
        clock.set(new ClockSettings(
                change.mode() == null ? before.mode() : mode(change.mode()),
                change.speed() == null ? before.speed() : change.speed(),
                change.paused() == null ? before.paused() : change.paused()));
        wakeAll();
        return show();
    }

    @Operation(
            operationId = "advanceClock",
            summary = "Jump ahead in simulated time",
            description = "In every mode, also while the clock is paused.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Jump.class))))
    @ApiResponse(responseCode = "200", description = "How the clock stands now", useReturnTypeSchema = true)
    @Refuses
    @PostMapping("/_attune/clock/advance")
    ClockView advance(@RequestBody Map<String, Object> body) {
        var seconds = Jump.of(body).seconds();
        if (seconds == null || !(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException("seconds [" + seconds + "] must be a number from 0 to " + MOST_SECONDS);
        }
        clock.advance(Duration.ofMillis(Math.round(seconds * 1000)));
        wakeAll();
        return show();
    }

    private void wakeAll() {
        store.wakeAll();
        trainingJobs.wakeAll();
    }

    private static Mode mode(String text) {
        for (var mode : Mode.values()) {
            if (lower(mode).equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "mode [" + Members.shown(text) + "] must be one of scaled, instant, wall, manual");
    }

    private static String lower(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** How the clock stands. */
    @Schema(name = "Clock")
    record ClockView(
            @Schema(allowableValues = {"scaled", "instant", "wall", "manual"})
            String mode,

            @Schema(description = "simulated seconds a second, in mode scaled", example = "600")
            double speed,

            @Schema(description = "whether time stands still for now, whatever the mode")
            boolean paused,

            @Schema(description = "what a tuning job created now would have as its creation time")
            Instant now,

            @Schema(description = "simulated time that has passed since the first start or the last reset")
            double elapsedSeconds) {}

    /** What of the clock is to be another. */
    @Schema(name = "ClockChange")
    record Change(
            @Schema(
                    allowableValues = {"scaled", "instant", "wall", "manual"},
                    description =
                            "scaled: speed times as fast as the wall clock; instant: from event to event; wall: at"
                                    + " speed 1; manual: only when told to",
                    example = "scaled")
            @Nullable String mode,

            @Schema(description = "simulated seconds a second, in mode scaled", example = "600") @Nullable Double speed,

            @Schema(description = "true: time stands still, whatever the mode; false: it goes on", example = "true")
            @Nullable Boolean paused) {
        static Change of(Map<String, Object> body) {
            var members = Members.of(body, "mode", "speed", "paused");
            return new Change(members.text("mode"), members.number("speed"), members.flag("paused"));
        }
    }

    /** How far to jump. */
    @Schema(name = "ClockJump")
    record Jump(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minimum = "0",
                    maximum = "" + MOST_SECONDS,
                    example = "3600")
            @Nullable Double seconds) {
        static Jump of(Map<String, Object> body) {
            return new Jump(Members.of(body, "seconds").number("seconds"));
        }
    }
}
