package dev.attune.scheduler;

import dev.attune.training.TrainingReport;
import dev.attune.tuning.Admission;
import dev.attune.tuning.Inheritance;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.JobTags;
import dev.attune.tuning.TagHistory;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store whose saves of steps do as a test wishes; all else is left to another store. */
final class FaultyStore implements TuningStore {
    private final TuningStore store;
    private Fault fault = Fault.NONE;
    private int saves;

    FaultyStore(TuningStore store) {
        this.store = store;
    }

    /** The process died, or the database could not be reached. */
    static final class Crash extends RuntimeException {}

    /** What goes wrong around a save; saves are counted from 1. */
    interface Fault {
        Fault NONE = new Fault() {};

        default void before(int save) {}

        default void after(int save) {}

        static Fault crashBefore(int number) {
            return new Fault() {
                @Override
                public void before(int save) {
                    crash(save == number);
                }
            };
        }

        static Fault crashAfter(int number) {
            return new Fault() {
                @Override
                public void after(int save) {
                    crash(save == number);
                }
            };
        }

        private static void crash(boolean now) {
            if (now) {
                throw new Crash();
            }
        }
    }

    void set(Fault next) {
        fault = next;
        saves = 0;
    }

    int saves() {
        return saves;
    }

    @Override
    public boolean save(TuningJob job, List<Trial> changed, Map<Integer, TrainingReport> reports) {
        var number = ++saves;
        fault.before(number);
        var saved = store.save(job, changed, reports);
        fault.after(number);
        return saved;
    }

    @Override
    public void create(TuningJob job, JobTags tags, Inheritance inheritance, Admission admission) {
        store.create(job, tags, inheritance, admission);
    }

    @Override
    public Inheritance inheritance(JobKey key) {
        return store.inheritance(key);
    }

    @Override
    public TagHistory tags(JobKey key) {
        return store.tags(key);
    }

    @Override
    public Optional<TuningJob> find(JobKey key) {
        return store.find(key);
    }

    @Override
    public List<Trial> trials(JobKey key) {
        return store.trials(key);
    }

    @Override
    public Optional<TrainingReport> report(JobKey key, int trial) {
        return store.report(key, trial);
    }

    @Override
    public Map<Integer, TrainingReport> reports(JobKey key, Collection<Integer> trials) {
        return store.reports(key, trials);
    }

    @Override
    public Optional<Trial> trial(JobKey key, String trainingJobName) {
        return store.trial(key, trainingJobName);
    }

    @Override
    public List<JobKey> launchersOf(String region, String trainingJobName) {
        return store.launchersOf(region, trainingJobName);
    }

    @Override
    public List<JobKey> launchersOf(String trainingJobName) {
        return store.launchersOf(trainingJobName);
    }

    @Override
    public boolean saveAndWake(TuningJob job, List<Trial> changed) {
        return store.saveAndWake(job, changed);
    }

    @Override
    public boolean delete(TuningJob job) {
        return store.delete(job);
    }

    @Override
    public List<TuningJob> list(JobQuery query) {
        return store.list(query);
    }

    @Override
    public List<JobKey> active() {
        return store.active();
    }

    @Override
    public void wakeAll() {
        store.wakeAll();
    }

    @Override
    public List<JobKey> named(String name) {
        return store.named(name);
    }

    @Override
    public void clear() {
        store.clear();
    }
}
