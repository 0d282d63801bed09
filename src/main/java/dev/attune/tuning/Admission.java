package dev.attune.tuning;

import java.util.List;

/** Decides whether an account may have one more tuning job. */
public interface Admission {
    /** Lets everything in. */
    Admission OPEN = (job, inheritance, active) -> {};

    /**
     * Lets the job in or throws.
     *
     * @param active the tuning jobs of its scope that have not ended; nobody adds one until the job is kept
     * @throws TuningException LIMIT_EXCEEDED
     */
    void admit(TuningJob job, Inheritance inheritance, List<TuningJob> active);
}
