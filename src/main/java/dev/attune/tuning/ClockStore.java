package dev.attune.tuning;

import java.util.Optional;

/** Keeps the clock's state over restarts. */
public interface ClockStore {
    Optional<ClockState> load();

    void save(ClockState state);
}
