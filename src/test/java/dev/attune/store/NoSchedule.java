package dev.attune.store;

import dev.attune.tuning.JobKey;
import dev.attune.tuning.StepSchedule;

/** A schedule on which nothing is ever due. */
final class NoSchedule implements StepSchedule {
    @Override
    public void begin(JobKey key) {}

    @Override
    public void wake(JobKey key) {}

    @Override
    public void clear() {}

    @Override
    public void nudge() {}
}
