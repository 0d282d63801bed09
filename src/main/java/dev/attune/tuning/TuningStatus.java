package dev.attune.tuning;

/** Where a tuning job stands. */
public enum TuningStatus {
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    STOPPING,
    STOPPED;

    /** Whether the job has ended and will not change again. */
    public boolean terminal() {
        return this == COMPLETED || this == FAILED || this == STOPPED;
    }

    /** Whether a job can get there by the passing of time alone, without a client who stops it. */
    public boolean leadsTo(TuningStatus later) {
        return switch (this) {
            case IN_PROGRESS -> later == COMPLETED || later == FAILED;
            case STOPPING -> later == STOPPED;
            case COMPLETED, FAILED, STOPPED -> false;
        };
    }

    /** As AWS writes it: {@code InProgress}. */
    public String word() {
        return switch (this) {
            case IN_PROGRESS -> "InProgress";
            case COMPLETED -> "Completed";
            case FAILED -> "Failed";
            case STOPPING -> "Stopping";
            case STOPPED -> "Stopped";
        };
    }
}
