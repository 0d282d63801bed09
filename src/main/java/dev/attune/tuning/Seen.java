package dev.attune.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What no step has seen yet does not show, and is not acted on. */
final class Seen {
    private Seen() {}

    /**
     * The instant as which a client sees a training job.
     *
     * @param start when it was launched
     * @param change when its status may change next, which no step has seen; null once ended
     */
    static Instant at(Instant now, Instant start, @Nullable Instant change) {
        var before = change == null || now.isBefore(change) ? now : change.minusMillis(1);
        return before.isBefore(start) ? start : before;
    }
}
