package dev.attune.tuning;

class MemoryTuningStoreTest extends TuningStoreContract {
    private final MemoryTuningStore store = new MemoryTuningStore();

    @Override
    protected TuningStore store() {
        return store;
    }
}
