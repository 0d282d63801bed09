package dev.attune.tuning;

import dev.attune.training.TrainingReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps tuning jobs. Each method is one transaction, durable when it returns; what goes in and out are values.
 */
public interface TuningStore {
    /**
     * Keeps a new job and schedules its first step in the same transaction. The job gets a first version of the store's choice, which no
     * job of that name ever had.
     *
     * @param admission asked in the same transaction, with the jobs of the scope that have not ended
     * @throws TuningException NAME_IN_USE, and whatever the admission throws
     */
    void create(TuningJob job, JobTags tags, Inheritance inheritance, Admission admission);

    /** The same of a job without parents that is let in. */
    default void create(TuningJob job, JobTags tags) {
        create(job, tags, Inheritance.NONE, Admission.OPEN);
    }

    /** What a job had from its parents when it was created. */
    Inheritance inheritance(JobKey key);

    /** The same with tags of the job itself alone. */
    default void create(TuningJob job, List<Tag> tags) {
        create(job, new JobTags(tags, List.of()));
    }

    /** The tags of a job and of its trials. */
    TagHistory tags(JobKey key);

    Optional<TuningJob> find(JobKey key);

    /** All trials of a job, by number. */
    List<Trial> trials(JobKey key);

    /** The report with which a training job ended; empty while it runs. */
    Optional<TrainingReport> report(JobKey key, int trial);

    /** The same of many trials, by number. */
    Map<Integer, TrainingReport> reports(JobKey key, Collection<Integer> trials);

    /** The trial that became the training job of this name, in any case. */
    Optional<Trial> trial(JobKey key, String trainingJobName);

    /** The tuning jobs in a region that launched a training job of this name, in any case: at most one an account. */
    List<JobKey> launchersOf(String region, String trainingJobName);

    /** The same in all regions. */
    List<JobKey> launchersOf(String trainingJobName);

    /**
     * Keeps a step: the job, the trials that are new or changed, and the reports of those that ended.
     *
     * @return false, and nothing is kept, where the stored job has another version than this one
     */
    boolean save(TuningJob job, List<Trial> changed, Map<Integer, TrainingReport> reports);

    /** Like {@link #saveAndWake(TuningJob, List)} of the job alone. */
    default boolean saveAndWake(TuningJob job) {
        return saveAndWake(job, List.of());
    }

    /** Like {@link #save} of a job and of trials that go on, and schedules a step at once in the same transaction. */
    boolean saveAndWake(TuningJob job, List<Trial> changed);

    /**
     * Forgets a job and all that belongs to it.
     *
     * @return false, and nothing is forgotten, where the stored job has another version than this one
     */
    boolean delete(TuningJob job);

    /** At most {@code query.limit()} jobs. */
    List<TuningJob> list(JobQuery query);

    /** The jobs that have not ended, in no order. */
    List<JobKey> active();

    /** Schedules a step at once for every job that has not ended: time has moved in another way than by itself. */
    void wakeAll();

    /** The jobs of this name in all scopes, in any case, the newest first. */
    List<JobKey> named(String name);

    /** Forgets every job and every step that was scheduled. */
    void clear();
}
