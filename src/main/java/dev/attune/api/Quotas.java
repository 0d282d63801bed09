package dev.attune.api;

/** AWS's quotas, where they fill in for what a request leaves open. */
public final class Quotas {
    // AWS: the most training jobs of a tuning job.
    private static final int TRAINING_JOBS = 750;

    private Quotas() {}

    /** How many training jobs a tuning job without MaxNumberOfTrainingJobs gets, if it has so many combinations to try. */
    public static int trainingJobs(double combinations) {
        return (int) Math.min(TRAINING_JOBS, combinations);
    }
}
