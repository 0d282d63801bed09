package dev.attune.tuning;

import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import java.time.Instant;
import java.util.List;

/** What a client can do with tuning jobs: create, look at, list and stop them. */
public final class TuningJobs {
    private final TuningStore store;
    private final TrainingBackend backend;
    private final SimulatedClock clock;
    private final long seed;

    /**
     * @param seed of the installation; with a job's name it fixes everything random in the job
     */
    public TuningJobs(TuningStore store, TrainingBackend backend, SimulatedClock clock, long seed) {
        this.store = store;
        this.backend = backend;
        this.clock = clock;
        this.seed = seed;
    }

    /**
     * Creates a tuning job; its loop begins at once.
     *
     * @throws TuningException INVALID, NAME_IN_USE
     */
    public TuningJob create(Scope scope, String name, TuningDefinition asked, List<Tag> tags) {
        var definition = asked.withImageMetrics();
        DefinitionRules.check(definition);
        var key = new JobKey(scope, name);
        var now = clock.now();
        var job = new TuningJob(
                key,
                name,
                definition,
                seedOf(definition, key),
                now,
                clock.elapsed(),
                TuningStatus.IN_PROGRESS,
                null,
                now,
                null,
                0);
        store.create(job, tags);
        return job;
    }

    // AWS: with the same RandomSeed the same configurations are tried again, whatever the job is called.
    private long seedOf(TuningDefinition definition, JobKey key) {
        var chosen = definition.randomSeed();
        return chosen == null ? Seeds.of(seed, key.name()) : Seeds.of(chosen, "RandomSeed");
    }

    /**
     * A tuning job with its trials, now.
     *
     * @throws TuningException TUNING_JOB_NOT_FOUND
     */
    public TuningJobSnapshot describe(Scope scope, String name) {
        return snapshot(find(scope, name));
    }

    /** The same of a job that was found already. */
    public TuningJobSnapshot snapshot(TuningJob job) {
        var now = clock.now(job);
        var trials = store.trials(job.key()).stream()
                .map(trial -> trial.ended() ? trial : trial.reported(report(job, trial, now), objective(job)))
                .toList();
        return new TuningJobSnapshot(job, trials, now);
    }

    /**
     * A tuning job alone.
     *
     * @throws TuningException TUNING_JOB_NOT_FOUND
     */
    public TuningJob find(Scope scope, String name) {
        return store.find(new JobKey(scope, name))
                .orElseThrow(() -> new TuningException(
                        TuningError.TUNING_JOB_NOT_FOUND,
                        "Amazon SageMaker can't find a tuning job called " + name + ". Type another name."));
    }

    /**
     * Asks a tuning job to stop: it is Stopping at once, and Stopped when its training jobs have stopped. Stopping it twice is once.
     *
     * @throws TuningException TUNING_JOB_NOT_FOUND; INVALID where it has ended
     */
    public void stop(Scope scope, String name) {
        while (true) {
            var job = find(scope, name);
            if (job.status() == TuningStatus.STOPPING) {
                return;
            }
            if (job.status().terminal()) {
                throw new TuningException(
                        TuningError.INVALID,
                        "The request was rejected because the tuning job " + job.name() + " is already in status "
                                + job.status().word() + ".");
            }
            if (store.saveAndWake(job.stopping(clock.now(job)))) {
                return;
            }
        }
    }

    /**
     * Forgets a tuning job that has ended, with its training jobs.
     *
     * @throws TuningException TUNING_JOB_NOT_FOUND; INVALID where it has not ended
     */
    public void delete(Scope scope, String name) {
        while (true) {
            var job = find(scope, name);
            if (!job.status().terminal()) {
                // AWS: clients rely on "not in a terminal state".
                throw new TuningException(
                        TuningError.INVALID,
                        "The request was rejected because the tuning job " + job.name()
                                + " is not in a terminal state: its status is "
                                + job.status().word() + ". Stop it first.");
            }
            if (store.delete(job)) {
                return;
            }
        }
    }

    /**
     * The scope in which a job of this name is found for a caller who does not say which account is his: that of the preferred account,
     * else the only one there is, else the preferred one all the same.
     */
    public Scope scopeOf(String name, Scope preferred) {
        var found = store.named(name).stream()
                .map(JobKey::scope)
                .filter(scope -> scope.region().equals(preferred.region()))
                .toList();
        return found.size() == 1 ? found.get(0) : preferred;
    }

    /** One page of the jobs of a scope. */
    public List<TuningJob> list(JobQuery query) {
        return store.list(query);
    }

    /**
     * A training job that a tuning job launched, now.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND
     */
    public TrainingJobSnapshot trainingJob(Scope scope, String trainingJobName) {
        return store.launchersOf(scope.region(), trainingJobName).stream()
                .filter(key -> key.scope().equals(scope))
                .findFirst()
                .map(key -> trainingJob(key, trainingJobName))
                .orElseThrow(TuningJobs::notFound);
    }

    /**
     * The same for a caller who does not say which account is his: that of the preferred account, else the only one there is.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND
     */
    public TrainingJobSnapshot trainingJobInAnyAccount(String preferred, String region, String trainingJobName) {
        var found = store.launchersOf(region, trainingJobName);
        return found.stream()
                .filter(key -> found.size() == 1 || key.scope().account().equals(preferred))
                .findFirst()
                .map(key -> trainingJob(key, trainingJobName))
                .orElseThrow(TuningJobs::notFound);
    }

    private TrainingJobSnapshot trainingJob(JobKey key, String trainingJobName) {
        var job = store.find(key).orElseThrow(TuningJobs::notFound);
        var trial = store.trial(key, trainingJobName).orElseThrow(TuningJobs::notFound);
        var report = trial.ended()
                ? store.report(key, trial.number()).orElseThrow(TuningJobs::notFound)
                : report(job, trial, clock.now(job));
        return new TrainingJobSnapshot(job, trial, TrainingJobs.of(job, trial), report);
    }

    /** How a running trial stands; what no step has seen yet does not show. */
    private TrainingReport report(TuningJob job, Trial trial, Instant now) {
        var change = trial.nextChange();
        var before = change == null || now.isBefore(change) ? now : change.minusMillis(1);
        var at = before.isBefore(trial.launchedAt()) ? trial.launchedAt() : before;
        return backend.report(TrainingJobs.of(job, trial), at);
    }

    private static String objective(TuningJob job) {
        return job.definition().objective().metric();
    }

    // AWS: DescribeTrainingJob of an unknown name gives a ValidationException with this text.
    private static TuningException notFound() {
        return new TuningException(TuningError.TRAINING_JOB_NOT_FOUND, "Requested resource not found.");
    }
}
