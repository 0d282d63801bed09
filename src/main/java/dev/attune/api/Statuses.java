package dev.attune.api;

import dev.attune.training.TrainingStatus;
import dev.attune.tuning.TuningStatus;
import org.jspecify.annotations.Nullable;

/** AWS's words for statuses. */
public final class Statuses {
    private Statuses() {}

    public static String of(TuningStatus status) {
        return switch (status) {
            case IN_PROGRESS -> "InProgress";
            case COMPLETED -> "Completed";
            case FAILED -> "Failed";
            case STOPPING -> "Stopping";
            case STOPPED -> "Stopped";
        };
    }

    public static String of(TrainingStatus status) {
        return switch (status) {
            case IN_PROGRESS -> "InProgress";
            case COMPLETED -> "Completed";
            case FAILED -> "Failed";
            case STOPPING -> "Stopping";
            case STOPPED -> "Stopped";
        };
    }

    /** The tuning status of a word that was checked to be one; null for null. */
    public static @Nullable TuningStatus tuning(@Nullable String word) {
        for (var status : TuningStatus.values()) {
            if (of(status).equals(word)) {
                return status;
            }
        }
        return null;
    }

    /** The training status of a word that was checked to be one; null for null. */
    public static @Nullable TrainingStatus training(@Nullable String word) {
        for (var status : TrainingStatus.values()) {
            if (of(status).equals(word)) {
                return status;
            }
        }
        return null;
    }
}
