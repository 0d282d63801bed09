package dev.attune.tuning;

import org.jspecify.annotations.Nullable;

/**
 * The decision that a tuning job is to end: nothing more is launched, what runs is stopped, and the job takes this status when the last
 * training job has ended.
 *
 * @param status COMPLETED, FAILED or STOPPED
 * @param reason AWS's FailureReason; null unless FAILED
 */
public record Ending(TuningStatus status, @Nullable String reason) {
    public Ending {
        if (!status.terminal()) {
            throw new IllegalArgumentException("A tuning job cannot end as [" + status + "]");
        }
    }

    /** All that was asked for was done. */
    public static final Ending COMPLETED = new Ending(TuningStatus.COMPLETED, null);

    static final Ending STOPPED = new Ending(TuningStatus.STOPPED, null);

    static Ending failed(String reason) {
        return new Ending(TuningStatus.FAILED, reason);
    }
}
