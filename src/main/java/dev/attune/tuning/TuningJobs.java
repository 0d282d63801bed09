package dev.attune.tuning;

import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
                backend.workloads(),
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
                .flatMap(key -> trainingJob(key, trainingJobName))
                .orElseThrow(TuningJobs::notFound);
    }

    /** The scopes in a region whose tuning jobs launched a training job of this name, in any case. */
    List<Scope> scopesOfTrainingJob(String region, String trainingJobName) {
        return store.launchersOf(region, trainingJobName).stream()
                .map(JobKey::scope)
                .toList();
    }

    /** The training job of this name that a tuning job launched, now; empty where one of them is gone. */
    Optional<TrainingJobSnapshot> trainingJob(JobKey key, String trainingJobName) {
        return store.find(key).flatMap(job -> store.trial(key, trainingJobName).flatMap(trial -> snapshot(job, trial)));
    }

    private Optional<TrainingJobSnapshot> snapshot(TuningJob job, Trial trial) {
        var report = trial.ended()
                ? store.report(job.key(), trial.number())
                : Optional.of(report(job, trial, clock.now(job)));
        return report.map(seen -> new TrainingJobSnapshot(job, trial, TrainingJobs.of(job, trial), seen));
    }

    /**
     * Asks a training job that a tuning job launched to stop: it is Stopping at once, and the tuning job goes on.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND; INVALID where it has ended
     */
    void stopTrainingJob(Scope scope, String trainingJobName) {
        while (true) {
            var found = trainingJob(scope, trainingJobName);
            TrainingRuns.requireRunning(found.trial().status());
            if (found.trial().stopRequestedAt() != null || stopped(found.tuningJob(), found.trial())) {
                return;
            }
        }
    }

    /** False where the job moved meanwhile. */
    private boolean stopped(TuningJob job, Trial trial) {
        var now = Seen.at(clock.now(job), trial.launchedAt(), trial.nextChange());
        var asked = trial.stopRequested(now);
        backend.stop(TrainingJobs.of(job, asked));
        var report = backend.report(TrainingJobs.of(job, asked), now);
        return store.saveAndWake(job, List.of(asked.reported(report, objective(job))));
    }

    /** How a running trial stands; what no step has seen yet does not show. */
    private TrainingReport report(TuningJob job, Trial trial, Instant now) {
        var at = Seen.at(now, trial.launchedAt(), trial.nextChange());
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
