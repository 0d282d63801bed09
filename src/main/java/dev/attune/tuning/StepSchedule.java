package dev.attune.tuning;

/** Sees to it that the steps of jobs are done: of tuning jobs, or of training jobs. The first three methods take part in the caller's transaction. */
public interface StepSchedule {
    /** Schedules a new job's first step, at once. */
    void begin(JobKey key);

    /** Schedules an extra step at once, whatever else is scheduled or running. */
    void wake(JobKey key);

    /** Forgets all that is scheduled. */
    void clear();

    /** Says, after a commit, that something may be due. */
    void nudge();
}
