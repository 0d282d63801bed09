package dev.attune.tuning;

class MemoryTrainingJobTagStoreTest extends TrainingJobTagStoreContract {
    private final MemoryTrainingJobStore store = new MemoryTrainingJobStore(new MemoryTuningStore());

    @Override
    protected TrainingJobStore store() {
        return store;
    }

    @Override
    protected TagStore tags() {
        return store.tagStore();
    }
}
