package dev.attune.store;

import dev.attune.training.TrainingReport;
import dev.attune.tuning.Announcer;
import dev.attune.tuning.Event;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningStatus;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes one step of a tuning job, and the events that it gives rise to, in the transaction that is open. */
final class StepRows {
    private final EntityManager entities;
    private final TuningJobRepository jobs;
    private final TrialRepository trials;
    private final TagRows tags;
    private final EventRows events;
    private final Json json = new Json();
    private final Rows rows = new Rows(json);

    StepRows(EntityManager entities, TuningJobRepository jobs, TrialRepository trials, TagRows tags, EventRows events) {
        this.entities = entities;
        this.jobs = jobs;
        this.trials = trials;
        this.tags = tags;
        this.events = events;
    }

    /**
     * Writes the job, the trials that changed and the reports of those that ended, by number.
     *
     * @return false, and nothing is written, where the stored job has another version
     */
    boolean write(TuningJob job, List<Trial> changed, Map<Integer, TrainingReport> ended) {
        var begun = isStatusNew(job);
        if (!move(job)) {
            return false;
        }
        var key = job.key();
        var row = jobs.findByAccountAndRegionAndNameKey(
                        key.scope().account(), key.scope().region(), key.name())
                .orElseThrow();
        long id = Objects.requireNonNull(row.id);
        var moved = write(id, changed);
        ended.forEach((number, report) -> write(new TrialId(id, number), report));
        events.add(announcer -> announce(announcer, new Change(job, id, begun, moved), ended));
        return true;
    }

    /** Whether the job has another status than the stored one; it is InProgress from the beginning, and never again. */
    private boolean isStatusNew(TuningJob job) {
        var scope = job.key().scope();
        return job.status() != TuningStatus.IN_PROGRESS
                && jobs.status(scope.account(), scope.region(), job.key().name())
                        .filter(job.status()::equals)
                        .isEmpty();
    }

    private boolean move(TuningJob job) {
        var scope = job.key().scope();
        var ending = job.ending();
        return jobs.step(
                        scope.account(),
                        scope.region(),
                        job.key().name(),
                        job.version(),
                        job.status(),
                        ending == null ? null : ending.status(),
                        ending == null ? null : ending.reason(),
                        job.updatedAt(),
                        job.endedAt(),
                        job.origin().toMillis())
                == 1;
    }

    /** Writes trials; those whose status is another than the stored one. */
    private List<Trial> write(long id, List<Trial> changed) {
        var known = trials.ofJob(id, changed.stream().map(Trial::number).toList()).stream()
                .collect(Collectors.toMap(row -> row.id.number(), Function.identity()));
        var moved = new ArrayList<Trial>();
        for (var trial : changed) {
            var old = known.get(trial.number());
            if (old == null || old.status != trial.status()) {
                moved.add(trial);
            }
            var row = old == null ? new TrialEntity() : old;
            rows.fill(row, trial);
            if (old == null) {
                row.id = new TrialId(id, trial.number());
                entities.persist(row);
            }
        }
        return moved;
    }

    private void write(TrialId id, TrainingReport report) {
        var row = new TrainingReportEntity();
        row.id = id;
        row.report = json.write(report);
        entities.persist(row);
    }

    /**
     * What of a step the world may know.
     *
     * @param begun whether the tuning job's status is new
     * @param moved the trials whose status is new
     */
    private record Change(TuningJob job, long id, boolean begun, List<Trial> moved) {}

    private List<Event> announce(Announcer announcer, Change change, Map<Integer, TrainingReport> ended) {
        if (!change.begun() && change.moved().isEmpty()) {
            return List.of();
        }
        var labels = tags.history(change.id());
        var job = change.job();
        var told = new ArrayList<Event>();
        for (var trial : change.moved()) {
            told.add(announcer.of(job, trial, ended.get(trial.number()), labels.of(trial.number())));
        }
        if (change.begun()) {
            var all = trials.ofJob(change.id()).stream().map(rows::trial).toList();
            told.add(announcer.of(
                    new TuningJobSnapshot(job, all, job.updatedAt()),
                    labels.current().own()));
        }
        return told;
    }
}
