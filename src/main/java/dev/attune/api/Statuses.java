package dev.attune.api;

import dev.attune.training.TrainingStatus;
import dev.attune.tuning.TuningStatus;
import org.jspecify.annotations.Nullable;

/** Reads AWS's words for statuses. */
public final class Statuses {
    private Statuses() {}

    /** The tuning status of a word that was checked to be one; null for null. */
    public static @Nullable TuningStatus tuning(@Nullable String word) {
        for (var status : TuningStatus.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return null;
    }

    /** The training status of a word that was checked to be one; null for null. */
    public static @Nullable TrainingStatus training(@Nullable String word) {
        for (var status : TrainingStatus.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return null;
    }
}
