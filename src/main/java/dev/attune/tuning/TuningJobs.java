package dev.attune.tuning;

import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import dev.attune.tuning.JobQuery.Position;
import dev.attune.tuning.JobQuery.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a client can do with tuning jobs: create, look at, list and stop them. */
public final class TuningJobs {
    private static final int AT_ONCE = 100;

    private final TuningStore store;
    private final TrainingBackend backend;
    private final SimulatedClock clock;
    private final long seed;
    private final Admission admission;

    /**
     * @param seed of the installation; with a job's name it fixes everything random in the job
     */
    public TuningJobs(TuningStore store, TrainingBackend backend, SimulatedClock clock, long seed) {
        this(store, backend, clock, seed, Admission.OPEN);
    }

    /** The same for accounts that may not use all they like. */
    public TuningJobs(
            TuningStore store, TrainingBackend backend, SimulatedClock clock, long seed, Admission admission) {
        this.store = store;
        this.backend = backend;
        this.clock = clock;
        this.seed = seed;
        this.admission = admission;
    }

    /**
     * Creates a tuning job; its loop begins at once.
     *
     * @throws TuningException INVALID, NAME_IN_USE, LIMIT_EXCEEDED
     */
    public TuningJob create(Scope scope, String name, TuningDefinition asked, JobTags tags) {
        var definition = asked.withImageMetrics();
        DefinitionRules.check(definition);
        var inheritance = inherit(scope, definition);
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
        store.create(job, tags, inheritance, admission);
        return job;
    }

    /** The same with tags of the tuning job itself alone. */
    public TuningJob create(Scope scope, String name, TuningDefinition asked, List<Tag> tags) {
        return create(scope, name, asked, new JobTags(tags, List.of()));
    }

    private Inheritance inherit(Scope scope, TuningDefinition definition) {
        if (definition.warmStart() == null) {
            return Inheritance.NONE;
        }
        var parents = parents(scope, definition.warmStart());
        WarmStartRules.check(definition, parents);
        return Inheritance.of(definition, parents.stream().map(this::snapshot).toList());
    }

    /**
     * The tuning jobs that a new one is to learn from, in the client's order.
     *
     * @throws TuningException INVALID where one is unknown, has not ended or is there twice
     */
    public List<TuningJob> parents(Scope scope, WarmStart warmStart) {
        var parents = warmStart.parents().stream()
                .map(name -> store.find(new JobKey(scope, name))
                        .orElseThrow(() -> new TuningException(TuningError.INVALID, unknown(name))))
                .toList();
        WarmStartRules.checkEnded(parents);
        return parents;
    }

    /**
     * The best trial of a tuning job and its parents; of equals the earliest.
     *
     * @return empty where the job has no parents with its own data and algorithm, and where nothing has succeeded
     */
    public Optional<OverallBest> overallBest(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        var warmStart = job.definition().warmStart();
        if (warmStart == null || warmStart.kind() != WarmStart.Kind.IDENTICAL_DATA_AND_ALGORITHM) {
            return Optional.empty();
        }
        var parents = store.inheritance(job.key()).parents().stream()
                .flatMap(parent -> Stream.ofNullable(parent.best())
                        .map(best -> new OverallBest(parent.name(), parent.algorithm(), best)));
        var own = snapshot.best().stream()
                .map(best -> new OverallBest(
                        job.name(), job.definition().algorithm(best).name(), best));
        return Stream.concat(parents, own).reduce((best, next) -> better(job, next, best) ? next : best);
    }

    private static boolean better(TuningJob job, OverallBest left, OverallBest right) {
        var value = left.trial().objective();
        var record = right.trial().objective();
        return value != null && record != null && job.definition().goal().better(value, record);
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
                .map(trial -> trial.ended() ? trial : trial.reported(report(job, trial, now), metric(job, trial)))
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
                .orElseThrow(() -> new TuningException(TuningError.TUNING_JOB_NOT_FOUND, unknown(name)));
    }

    private static String unknown(String name) {
        return "Amazon SageMaker can't find a tuning job called " + name + ". Type another name.";
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
        return store.saveAndWake(job, List.of(asked.reported(report, metric(job, trial))));
    }

    /** The tags of a job and of its training jobs. */
    public TagHistory tags(TuningJob job) {
        return store.tags(job.key());
    }

    /** Gives every job of a scope to a consumer, one after the other and by name; jobs that come and go meanwhile may be left out. */
    public void each(Scope scope, Consumer<TuningJob> consumer) {
        Position last = null;
        List<TuningJob> some;
        do {
            var query = new JobQuery(scope, null, null, Span.ALL, Span.ALL, JobQuery.Sort.NAME, false, last, AT_ONCE);
            some = store.list(query);
            some.forEach(consumer);
            last = some.isEmpty() ? null : query.positionOf(some.get(some.size() - 1));
        } while (some.size() == AT_ONCE);
    }

    /** How much of a training job to look at. */
    public enum Detail {
        /** All but the metrics and secondary statuses of those that have ended, whose reports are not read. */
        OUTLINE {
            @Override
            boolean reads(Trial trial) {
                return false;
            }
        },
        /** The same, and the last value of the objective's metric. */
        OBJECTIVE {
            @Override
            boolean reads(Trial trial) {
                return trial.objective() == null; // a failed one may have emitted it all the same
            }
        },
        WHOLE {
            @Override
            boolean reads(Trial trial) {
                return true;
            }
        };

        /** Whether the report of an ended trial is needed. */
        abstract boolean reads(Trial trial);
    }

    /** Gives every training job of a tuning job, now, to a consumer, one after the other; the reports of few are held at a time. */
    public void eachTrainingJob(TuningJob job, Detail detail, Consumer<TrainingJobSnapshot> consumer) {
        var now = clock.now(job);
        var trials = store.trials(job.key());
        for (int i = 0; i < trials.size(); i += AT_ONCE) {
            var some = trials.subList(i, Math.min(i + AT_ONCE, trials.size()));
            var reports = reports(job, some, detail);
            for (var trial : some) {
                var report = trial.ended()
                        ? reports.getOrDefault(trial.number(), trial.outline(metric(job, trial)))
                        : report(job, trial, now);
                consumer.accept(new TrainingJobSnapshot(job, trial, TrainingJobs.of(job, trial), report));
            }
        }
    }

    /** The same training job with all of its report; empty where it is forgotten by now. */
    public Optional<TrainingJobSnapshot> whole(TrainingJobSnapshot outline) {
        var trial = outline.trial();
        if (!trial.ended()) {
            return Optional.of(outline);
        }
        return store.report(outline.tuningJob().key(), trial.number())
                .map(report -> new TrainingJobSnapshot(outline.tuningJob(), trial, outline.trainingJob(), report));
    }

    private Map<Integer, TrainingReport> reports(TuningJob job, List<Trial> trials, Detail detail) {
        var numbers = trials.stream()
                .filter(trial -> trial.ended() && detail.reads(trial))
                .map(Trial::number)
                .toList();
        return numbers.isEmpty() ? Map.of() : store.reports(job.key(), numbers);
    }

    /** How a running trial stands; what no step has seen yet does not show. */
    private TrainingReport report(TuningJob job, Trial trial, Instant now) {
        var at = Seen.at(now, trial.launchedAt(), trial.nextChange());
        return backend.report(TrainingJobs.of(job, trial), at);
    }

    private static String metric(TuningJob job, Trial trial) {
        return job.definition().algorithm(trial).objective().metric();
    }

    // AWS: DescribeTrainingJob of an unknown name gives a ValidationException with this text.
    private static TuningException notFound() {
        return new TuningException(TuningError.TRAINING_JOB_NOT_FOUND, "Requested resource not found.");
    }
}
