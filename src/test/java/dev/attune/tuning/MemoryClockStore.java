package dev.attune.tuning;

import java.util.Optional;

/** A {@link ClockStore} that outlives the clocks of one test. */
public final class MemoryClockStore implements ClockStore {
    private Optional<ClockState> saved = Optional.empty();

    @Override
    public synchronized Optional<ClockState> load() {
        return saved;
    }

    @Override
    public synchronized void save(ClockState state) {
        saved = Optional.of(state);
    }
}
