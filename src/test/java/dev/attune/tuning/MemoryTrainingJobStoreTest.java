package dev.attune.tuning;

class MemoryTrainingJobStoreTest extends TrainingJobStoreContract {
    private final MemoryTuningStore tuningJobs = new MemoryTuningStore();
    private final MemoryTrainingJobStore store = new MemoryTrainingJobStore(tuningJobs);

    @Override
    protected TrainingJobStore store() {
        return store;
    }

    @Override
    protected TuningStore tuningJobs() {
        return tuningJobs;
    }
}
