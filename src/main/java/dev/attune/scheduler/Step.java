package dev.attune.scheduler;

import dev.attune.search.Suggestion;
import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingReport;
import dev.attune.tuning.Ending;
import dev.attune.tuning.Plan;
import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The work of one step: the trials as they become, which of them changed, and what the backend said. For one thread. */
final class Step {
    private final TuningJob job;
    private final Instant now;
    private final TrainingBackend backend;
    private final List<Trial> trials;
    private final Map<Integer, Trial> changed = new TreeMap<>();
    private final Map<Integer, TrainingReport> reports = new TreeMap<>();
    private boolean onlyRead = true;

    Step(TuningJob job, List<Trial> trials, Instant now, TrainingBackend backend) {
        this.job = job;
        this.trials = new ArrayList<>(trials);
        this.now = now;
        this.backend = backend;
    }

    /** Asks the backend about each trial that may have changed by now. */
    void observe() {
        for (var trial : List.copyOf(trials)) {
            var change = trial.nextChange();
            if (change != null && !change.isAfter(now)) {
                observe(trial);
            }
        }
    }

    void stop(Trial trial) {
        onlyRead = false;
        var asked = trial.stopRequested(now);
        backend.stop(TrainingJobs.of(job, asked));
        observe(asked);
    }

    /** Launches the next trial, of this algorithm. */
    void launch(int algorithm, Suggestion suggestion) {
        int number = trials.size() + 1;
        onlyRead = false;
        var trial = Trial.launched(
                        number, TrainingJobs.name(job, number), suggestion.configuration(), suggestion.proposal(), now)
                .of(algorithm);
        backend.start(TrainingJobs.of(job, trial));
        trials.add(trial);
        observe(trial);
    }

    private void observe(Trial trial) {
        var report = backend.report(TrainingJobs.of(job, trial), now);
        var metric = job.definition().algorithm(trial).objective().metric();
        var watches = job.definition().stopping() != null;
        var observed = watches ? trial.watched(report, metric) : trial.reported(report, metric);
        onlyRead &= watches && observed.status() == trial.status();
        trials.set(trial.number() - 1, observed);
        changed.put(trial.number(), observed);
        if (observed.ended()) {
            reports.put(trial.number(), report);
        }
    }

    /** Whether nothing came of this step but readings of the objective: if it is lost, it can be done again. */
    boolean onlyRead() {
        return onlyRead && !changed.isEmpty();
    }

    boolean anyRunning() {
        return trials.stream().anyMatch(trial -> !trial.ended());
    }

    TuningJob job() {
        return job;
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }

    Map<Integer, Trial> changed() {
        return changed;
    }

    Map<Integer, TrainingReport> reports() {
        return reports;
    }

    /** The job after this step. */
    TuningJob after(Plan plan) {
        return job.stepped(now, plan.ending(), plan.finished());
    }

    /** The job after a step that found no configuration left to try. */
    TuningJob exhausted() {
        return job.stepped(now, Ending.COMPLETED, true);
    }
}
