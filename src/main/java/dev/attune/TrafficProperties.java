package dev.attune;

import dev.attune.traffic.ApiFaults;
import dev.attune.traffic.RequestJournal;
import dev.attune.tuning.SimulatedClock;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code attune.faults} and {@code attune.requests.*}: how requests are disturbed and written down.
 *
 * @param faults file of the API faults that are in force from the start; none where absent
 */
@ConfigurationProperties("attune")
record TrafficProperties(
        @Nullable String faults, @DefaultValue Requests requests) {
    private static final int MOST_KEPT = 100_000;

    /** @param keep as many requests as the journal keeps */
    record Requests(@DefaultValue("1000") int keep) {
        Requests {
            if (keep < 0 || keep > MOST_KEPT) {
                throw new IllegalArgumentException(
                        "attune.requests.keep [" + keep + "] must be from 0 to " + MOST_KEPT);
            }
        }
    }

    ApiFaults apiFaults(SimulatedClock clock, InstantSource wall, long seed) {
        return faults == null || faults.isBlank()
                ? ApiFaults.of(clock, wall, seed)
                : ApiFaults.of(clock, wall, seed, Path.of(faults));
    }

    RequestJournal requestJournal(SimulatedClock clock) {
        return new RequestJournal(clock, requests.keep());
    }
}
