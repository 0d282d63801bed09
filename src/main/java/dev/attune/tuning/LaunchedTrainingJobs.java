package dev.attune.tuning;

import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a client can do with the training jobs that tuning jobs launch: look at them and stop them. */
public final class LaunchedTrainingJobs {
    private static final int AT_ONCE = 100;

    private final TuningStore store;
    private final TrainingBackend backend;
    private final SimulatedClock clock;

    LaunchedTrainingJobs(TuningStore store, TrainingBackend backend, SimulatedClock clock) {
        this.store = store;
        this.backend = backend;
        this.clock = clock;
    }

    /** All trials of a job, as they stand at {@code now}. */
    List<Trial> trials(TuningJob job, Instant now) {
        return store.trials(job.key()).stream()
                .map(trial -> trial.ended() ? trial : trial.reported(report(job, trial, now), metric(job, trial)))
                .toList();
    }

    /**
     * A training job that a tuning job launched, now.
     *
     * @throws TuningException TRAINING_JOB_NOT_FOUND
     */
    public TrainingJobSnapshot find(Scope scope, String trainingJobName) {
        return store.launchersOf(scope.region(), trainingJobName).stream()
                .filter(key -> key.scope().equals(scope))
                .findFirst()
                .flatMap(key -> find(key, trainingJobName))
                .orElseThrow(LaunchedTrainingJobs::notFound);
    }

    /**
     * The training job that a trial of a tuning job became, now.
     *
     * @param number of the trial, from 1
     * @throws TuningException TRAINING_JOB_NOT_FOUND
     */
    public TrainingJobSnapshot find(TuningJob job, int number) {
        var trials = store.trials(job.key());
        if (number < 1 || number > trials.size()) {
            throw new TuningException(
                    TuningError.TRAINING_JOB_NOT_FOUND,
                    "The tuning job [%s] has [%d] trials, and none of number [%d]"
                            .formatted(job.name(), trials.size(), number));
        }
        return snapshot(job, trials.get(number - 1)).orElseThrow(LaunchedTrainingJobs::notFound);
    }

    /** The tuning jobs in a region that launched a training job of this name, in any case. */
    List<JobKey> launchersOf(String region, String trainingJobName) {
        return store.launchersOf(region, trainingJobName);
    }

    /** The same in all regions. */
    List<Scope> scopesOf(String trainingJobName) {
        return store.launchersOf(trainingJobName).stream().map(JobKey::scope).toList();
    }

    /** The training job of this name that a tuning job launched, now; empty where one of them is gone. */
    Optional<TrainingJobSnapshot> find(JobKey key, String trainingJobName) {
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
    void stop(Scope scope, String trainingJobName) {
        while (true) {
            var found = find(scope, trainingJobName);
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
    public void each(TuningJob job, Detail detail, Consumer<TrainingJobSnapshot> consumer) {
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
