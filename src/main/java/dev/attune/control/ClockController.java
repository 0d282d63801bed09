package dev.attune.control;

import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TuningStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How simulated time passes: look, change, jump. */
@RestController
class ClockController {
    private static final double MOST_SECONDS = Duration.ofDays(3650).toSeconds();

    private final SimulatedClock clock;
    private final TuningStore store;
    private final TrainingJobStore trainingJobs;

    ClockController(SimulatedClock clock, TuningStore store, TrainingJobStore trainingJobs) {
        this.clock = clock;
        this.store = store;
        this.trainingJobs = trainingJobs;
    }

    @GetMapping("/_attune/clock")
    ClockView show() {
        var settings = clock.settings();
        return new ClockView(lower(settings.mode()), settings.speed(), clock.now(), seconds(clock.elapsed()));
    }

    /** Takes {@code {"mode": …, "speed": …}}; what is absent stays. */
    @PutMapping("/_attune/clock")
    ClockView change(@RequestBody Map<String, Object> body) {
        var change = Members.of(body, "mode", "speed");
        var mode = change.text("mode");
        var speed = change.number("speed");
        var before = clock.settings();
        clock.set(new ClockSettings(mode == null ? before.mode() : mode(mode), speed == null ? before.speed() : speed));
        wakeAll();
        return show();
    }

    /** Takes {@code {"seconds": …}}. */
    @PostMapping("/_attune/clock/advance")
    ClockView advance(@RequestBody Map<String, Object> body) {
        var seconds = Members.of(body, "seconds").number("seconds");
        if (seconds == null || !(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "seconds [" + seconds + "] must be a number from 0 to " + (long) MOST_SECONDS);
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

    /**
     * How the clock stands.
     *
     * @param now what a job created now would have as its creation time
     */
    record ClockView(String mode, double speed, Instant now, double elapsedSeconds) {}
}
