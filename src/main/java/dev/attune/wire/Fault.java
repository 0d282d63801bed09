package dev.attune.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a request is disturbed.
 *
 * @param name of what disturbs it; empty for nothing
 * @param latency what the request waits for before anything else is done; whole milliseconds
 * @param error what is answered in the operation's place; null for the operation's own answer
 */
public record Fault(String name, Duration latency, @Nullable ServiceException error, Drop drop) {
    /** The request is left alone. */
    public static final Fault NONE = new Fault("", Duration.ZERO, null, Drop.NOTHING);

    /** When the connection is closed without an answer. */
    public enum Drop {
        NOTHING,
        /** Before the operation has seen the request. */
        REQUEST,
        /** When the operation has done what was asked. */
        ANSWER
    }
}
