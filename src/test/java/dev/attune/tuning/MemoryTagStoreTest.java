package dev.attune.tuning;

class MemoryTagStoreTest extends TagStoreContract {
    private final MemoryTuningStore store = new MemoryTuningStore();

    @Override
    protected TuningStore store() {
        return store;
    }

    @Override
    protected TagStore tuningJobs() {
        return store.tuningJobTags();
    }

    @Override
    protected TagStore trainingJobs() {
        return store.trialTags();
    }
}
