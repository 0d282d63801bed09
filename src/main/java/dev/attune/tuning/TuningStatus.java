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
