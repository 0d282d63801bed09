package dev.attune.tuning;

import dev.attune.training.TrainingBackend;
import dev.attune.tuning.JobQuery.Position;
import dev.attune.tuning.JobQuery.Span;
import java.util.List;
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
    private final LaunchedTrainingJobs launched;

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
        launched = new LaunchedTrainingJobs(store, backend, clock);
    }

    /**
     * Creates a tuning job; its loop begins at once.
     *
     * @throws TuningException INVALID, NAME_IN_USE, LIMIT_EXCEEDED
     */
    public TuningJob create(Scope scope, String name, TuningDefinition asked, JobTags tags) {
        var definition = asked.withImageMetrics().withTags(tags.inherited());
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
        return new TuningJobSnapshot(job, launched.trials(job, now), now);
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

    /** The scope in which a job of this name is found: the one that has the newest of those within reach. */
    public Scope scopeOf(String name, Reach reach) {
        return reach.first(() -> store.named(name));
    }

    /** The training jobs that tuning jobs launch. */
    public LaunchedTrainingJobs launched() {
        return launched;
    }

    /** One page of the jobs within reach. */
    public List<TuningJob> list(JobQuery query) {
        return store.list(query);
    }

    /** The tags of a job and of its training jobs. */
    public TagHistory tags(TuningJob job) {
        return store.tags(job.key());
    }

    /** Gives every job within reach to a consumer, one after the other and by name; jobs that come and go meanwhile may be left out. */
    public void each(Reach reach, Consumer<TuningJob> consumer) {
        Position last = null;
        List<TuningJob> some;
        do {
            var query = new JobQuery(reach, null, null, Span.ALL, Span.ALL, JobQuery.Sort.NAME, false, last, AT_ONCE);
            some = store.list(query);
            some.forEach(consumer);
            last = some.isEmpty() ? null : query.positionOf(some.get(some.size() - 1));
        } while (some.size() == AT_ONCE);
    }
}
