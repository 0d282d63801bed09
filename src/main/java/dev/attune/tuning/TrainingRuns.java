package dev.attune.tuning;

import dev.attune.training.Explanation;
import dev.attune.training.LogLine;
import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a client can do with training jobs: create and delete those of his own; look at, list and stop those of tuning jobs too. */
public final class TrainingRuns {
    private static final int AT_ONCE = 100;

    private final TrainingJobStore store;
    private final LaunchedTrainingJobs launched;
    private final TrainingBackend backend;
    private final SimulatedClock clock;
    private final long seed;

    /**
     * @param seed of the installation; with a training job's name it fixes everything random in the job
     */
    public TrainingRuns(
            TrainingJobStore store,
            LaunchedTrainingJobs launched,
            TrainingBackend backend,
            SimulatedClock clock,
            long seed) {
        this.store = store;
        this.launched = launched;
        this.backend = backend;
        this.clock = clock;
        this.seed = seed;
    }

    /**
     * Creates a training job; it begins at once.
     *
     * @throws TuningException INVALID, NAME_IN_USE
     */
    public SingleTrainingJob create(Scope scope, String name, Request request) {
        var training = request.training().withImageMetrics().withTags(request.tags());
        DefinitionRules.metricsAreReadable(training.metrics());
        var key = new JobKey(scope, name);
        var ownSeed = Seeds.of(seed, "training-job", key.name());
        var job = SingleTrainingJob.created(key, name, training, request.asked(), ownSeed, backend.workloads(), clock);
        store.create(job, request.tags());
        return job;
    }

    /**
     * What a client wants to be run.
     *
     * @param asked the request's own text
     */
    public record Request(TrainingDefinition training, String asked, List<Tag> tags) {}

    /**
     * A training job, now.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND
     */
    public TrainingRun find(Scope scope, String name) {
        var own = store.find(new JobKey(scope, name)).flatMap(this::snapshot);
        return own.isPresent() ? own.get() : launched.find(scope, name);
    }

    private Optional<TrainingRun> snapshot(SingleTrainingJob job) {
        return report(job).map(report -> new SingleTrainingJobSnapshot(job, report));
    }

    /** Empty where the job was forgotten meanwhile. */
    private Optional<TrainingReport> report(SingleTrainingJob job) {
        return job.ended()
                ? store.report(job.key())
                : Optional.of(
                        backend.report(job.trainingJob(), Seen.at(clock.now(job), job.createdAt(), job.nextChange())));
    }

    /** The lines that a training job has written by the time at which it was found, oldest first. */
    public List<LogLine> log(TrainingRun run) {
        return backend.logs(run.trainingJob(), run.seenAt(clock));
    }

    /** Why a training job goes as it does. */
    public Explanation explain(TrainingRun run) {
        return backend.explain(run.trainingJob());
    }

    /** The scopes that have a training job of this name, in any case. */
    public List<Scope> scopesOf(String name) {
        var own = store.named(name).stream().map(JobKey::scope);
        return Stream.concat(own, launched.scopesOf(name).stream()).distinct().toList();
    }

    /**
     * Asks a training job to stop: it is Stopping at once. Stopping it twice is once. A tuning job whose training job it is goes on.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND; INVALID where it has ended
     */
    public void stop(Scope scope, String name) {
        while (true) {
            var found = store.find(new JobKey(scope, name));
            if (found.isEmpty()) {
                launched.stop(scope, name);
                return;
            }
            if (stopped(found.get())) {
                return;
            }
        }
    }

    /** False where the job moved meanwhile. */
    private boolean stopped(SingleTrainingJob job) {
        requireRunning(job.status());
        if (job.stopRequestedAt() != null) {
            return true;
        }
        var now = Seen.at(clock.now(job), job.createdAt(), job.nextChange());
        var asked = job.stopRequested(now);
        backend.stop(asked.trainingJob());
        return store.saveAndWake(asked.reported(backend.report(asked.trainingJob(), now), now));
    }

    // AWS: the text of a real ValidationException.
    static void requireRunning(TrainingStatus status) {
        if (status.terminal()) {
            throw new TuningException(
                    TuningError.INVALID,
                    "The request was rejected because the training job is in status " + status.word() + ".");
        }
    }

    /**
     * Forgets a training job that has ended. One that a tuning job launched goes with the tuning job only.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND; IN_USE where it has not ended or belongs to a tuning job
     */
    public void delete(Scope scope, String name) {
        while (true) {
            var found = store.find(new JobKey(scope, name));
            if (found.isEmpty()) {
                throw inUse(launched.find(scope, name));
            }
            var job = found.get();
            if (!job.ended()) {
                throw new TuningException(
                        TuningError.IN_USE,
                        "The request was rejected because the training job " + job.name()
                                + " is not in a terminal state: its status is "
                                + job.status().word() + ". Stop it first.");
            }
            if (store.delete(job)) {
                return;
            }
        }
    }

    private static TuningException inUse(TrainingJobSnapshot launched) {
        return new TuningException(
                TuningError.IN_USE,
                "The training job " + launched.name() + " belongs to the tuning job "
                        + launched.tuningJob().name() + " and is deleted with it only.");
    }

    /** The scope in which a training job of this name is found: the newest a client created within reach, else the newest launched. */
    public Scope scopeOf(String name, Reach reach) {
        return reach.first(() -> {
            var own = store.named(name).stream();
            return Stream.concat(own, launched.launchersOf(reach.region(), name).stream())
                    .toList();
        });
    }

    /**
     * One page of the training jobs within reach, whoever launched them.
     *
     * @param filter what a training job must be besides what the query says
     */
    public List<Listed> list(TrainingJobQuery query, Predicate<TrainingRun> filter) {
        return new TrainingJobListing(store, query, filter).page(this::look);
    }

    /** The tags of a training job that a client created by himself. */
    public List<Tag> tags(SingleTrainingJob job) {
        return store.tags(job.key());
    }

    /** Gives every training job within reach that a client created by himself, now, to a consumer, one after the other and by name. */
    public void eachOwn(Reach reach, Consumer<SingleTrainingJobSnapshot> consumer) {
        JobKey last = null;
        List<SingleTrainingJob> some;
        do {
            some = store.listOwn(reach, last, AT_ONCE);
            for (var job : some) {
                report(job).ifPresent(report -> consumer.accept(new SingleTrainingJobSnapshot(job, report)));
                last = job.key();
            }
        } while (some.size() == AT_ONCE);
    }

    private Optional<TrainingRun> look(TrainingJobQuery.Row row) {
        var launcher = row.launcher();
        return launcher == null
                ? store.find(row.key()).flatMap(this::snapshot)
                : launched.find(launcher, row.name()).map(Function.identity());
    }

    /** A training job in a list, and how it stands. */
    public record Listed(TrainingJobQuery.Row row, TrainingRun run) {}
}
