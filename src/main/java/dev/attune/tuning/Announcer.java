package dev.attune.tuning;

import dev.attune.training.TrainingReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a state change into words. Called within the transaction of the change; may read stores and nothing else. */
public interface Announcer {
    /** The event of a tuning job whose status has just become what it is. */
    Event of(TuningJobSnapshot changed, List<Tag> tags);

    /**
     * The same of a training job that a tuning job launched.
     *
     * @param ended how it ended; null where it has not
     */
    Event of(TuningJob job, Trial changed, @Nullable TrainingReport ended, List<Tag> tags);

    /** The same of a training job that a client created by itself. */
    Event of(SingleTrainingJob changed, @Nullable TrainingReport ended, List<Tag> tags);
}
