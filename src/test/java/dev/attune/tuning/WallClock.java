package dev.attune.tuning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that stands still until a test moves it. */
public final class WallClock implements InstantSource {
    public static final Instant START = Instant.parse("2017-11-29T00:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves it, backwards too. */
    public synchronized void move(Duration duration) {
        now = now.plus(duration);
    }
}
