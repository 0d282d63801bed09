package dev.attune.api;

import dev.attune.search.SearchSpace;

/** AWS's quotas, where they fill in for what a request leaves open. */
public final class Quotas {
    // AWS: the most training jobs of a tuning job.
    private static final int TRAINING_JOBS = 750;

    private Quotas() {}

    /** How many training jobs a tuning job without MaxNumberOfTrainingJobs gets. */
    public static int trainingJobs(SearchSpace space) {
        return (int) Math.min(TRAINING_JOBS, space.combinations());
    }
}
