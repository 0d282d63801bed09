package dev.attune.tuning;

import dev.attune.training.TrainingReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the training jobs that clients create by themselves, beside those of a {@link TuningStore}. Each method is one transaction, durable
 * when it returns; what goes in and out are values.
 */
public interface TrainingJobStore {
    /**
     * Keeps a new training job and schedules its first step in the same transaction. The job gets a first version of the store's choice,
     * which no job of that name ever had.
     *
     * @throws TuningException NAME_IN_USE, also where a tuning job launched a training job of that name
     */
    void create(SingleTrainingJob job, List<Tag> tags);

    /** The tags of a training job, in the client's order. */
    List<Tag> tags(JobKey key);

    Optional<SingleTrainingJob> find(JobKey key);

    /** The report with which a training job ended; empty while it runs. */
    Optional<TrainingReport> report(JobKey key);

    /**
     * Keeps a step.
     *
     * @param ended how the training job ended; null while it runs
     * @return false, and nothing is kept, where the stored job has another version than this one
     */
    boolean save(SingleTrainingJob job, @Nullable TrainingReport ended);

    /** Like {@link #save} of a job that runs, and schedules a step at once in the same transaction. */
    boolean saveAndWake(SingleTrainingJob job);

    /**
     * Forgets a training job and all that belongs to it.
     *
     * @return false, and nothing is forgotten, where the stored job has another version than this one
     */
    boolean delete(SingleTrainingJob job);

    /**
     * At most {@code query.limit()} training jobs, those that tuning jobs launched too. Of {@code query.updated()} only those know that have
     * ended: the others are listed, whatever it says.
     */
    List<TrainingJobQuery.Row> list(TrainingJobQuery query);

    /**
     * Training jobs that clients created by themselves, by name and account.
     *
     * @param after those beyond it are listed; null for all
     * @param limit at least 1; no more are listed
     */
    List<SingleTrainingJob> listOwn(Reach reach, @Nullable JobKey after, int limit);

    /** The training jobs that have not ended, in no order. */
    List<JobKey> active();

    /** Schedules a step at once for every training job that has not ended: time has moved in another way than by itself. */
    void wakeAll();

    /** The training jobs of this name in all scopes, in any case, the newest first. */
    List<JobKey> named(String name);

    /** Forgets every training job and every step that was scheduled. */
    void clear();
}
