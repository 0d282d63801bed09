package dev.attune.scheduler;

import dev.attune.search.Searcher;
import dev.attune.training.TrainingBackend;
import dev.attune.tuning.Inheritance;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.SearchRequests;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningStep;
import dev.attune.tuning.TuningStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one tuning job through its simulated time, event by event. A step looks at the job as it stands at the instant of the event, never at
 * the wall clock, so it is the same whenever, wherever and however often it is done. Safe for use by many threads.
 */
final class TuningLoop {
    private static final Logger log = LoggerFactory.getLogger(TuningLoop.class);

    /** After so many saves another job has its turn. */
    private static final int STEPS_IN_A_ROW = 100;

    private final TuningStore store;
    private final TrainingBackend backend;
    private final Function<Strategy, Searcher> searchers;
    private final SimulatedClock clock;

    TuningLoop(
            TuningStore store, TrainingBackend backend, Function<Strategy, Searcher> searchers, SimulatedClock clock) {
        this.store = store;
        this.backend = backend;
        this.searchers = searchers;
        this.clock = clock;
    }

    /**
     * Does all steps of a job that are due.
     *
     * @param interrupted asked between steps; true ends the run early, as does a long run: other jobs want their turn
     * @return how long to wait until the next step is due: zero where the run ended early, a day where only a command moves time, empty when
     *     the job has ended or is gone
     */
    Optional<Duration> run(JobKey key, BooleanSupplier interrupted) {
        var current = load(key);
        int steps = 0;
        while (current.isPresent()) {
            var progress = current.get();
            var next = TuningStep.next(progress.job(), progress.trials());
            if (next == null) {
                return Optional.empty();
            }
            if (!clock.comesTo(progress.job(), next)) {
                var wait = clock.waitUntil(progress.job(), next).orElse(Duration.ofDays(1));
                return Optional.of(keep(progress) ? wait : Duration.ZERO);
            }
            if (steps >= STEPS_IN_A_ROW || interrupted.getAsBoolean()) {
                keep(progress);
                return Optional.of(Duration.ZERO);
            }
            current = step(progress, next);
            steps += current.filter(after -> after.unsaved().isEmpty()).isPresent() ? 1 : 0;
        }
        return Optional.empty();
    }

    private Optional<Progress> load(JobKey key) {
        return store.find(key).map(job -> new Progress(job, store.trials(key), inheritance(job), Map.of()));
    }

    /** Saves what was only read until now; false where another node or a client moved the job. */
    private boolean keep(Progress progress) {
        return progress.unsaved().isEmpty()
                || store.save(progress.job(), List.copyOf(progress.unsaved().values()), Map.of());
    }

    private Inheritance inheritance(TuningJob job) {
        return job.definition().warmStart() == null ? Inheritance.NONE : store.inheritance(job.key());
    }

    private Optional<Progress> step(Progress progress, Instant now) {
        var step = new Step(progress.job(), progress.trials(), now, backend);
        step.observe();
        var plan = TuningStep.plan(progress.job(), step.trials(), now);
        plan.stop().forEach(step::stop);
        var exhausted = !launch(step, plan.launch(), progress.inheritance());
        var job = clock.caughtUp(exhausted ? step.exhausted() : step.after(plan));
        log.debug(
                "{}: at {} {} trials, {} changed",
                job.name(),
                now,
                step.trials().size(),
                step.changed().size());
        var changed = new TreeMap<>(progress.unsaved());
        changed.putAll(step.changed());
        if (plan.ending() == null && step.onlyRead()) {
            return Optional.of(new Progress(job, step.trials(), progress.inheritance(), changed));
        }
        if (!store.save(job, List.copyOf(changed.values()), step.reports())) {
            log.debug("{}: another node or a client moved it; this step is dropped", job.name());
            return load(job.key());
        }
        if (job.status().terminal()) {
            log.info(
                    "{}: {} after {} training jobs",
                    job.name(),
                    job.status(),
                    step.trials().size());
        }
        return Optional.of(new Progress(job.saved(), step.trials(), progress.inheritance(), Map.of()));
    }

    /** Launches trials, each knowing of the ones before; false where the space has nothing left and nothing runs. */
    private boolean launch(Step step, int count, Inheritance inheritance) {
        for (int i = 0; i < count; i++) {
            if (!launch(step, inheritance)) {
                return step.anyRunning();
            }
        }
        return true;
    }

    /** Launches one trial of the algorithm whose turn it is; false where none has anything left to try. */
    private boolean launch(Step step, Inheritance inheritance) {
        var definition = step.job().definition();
        var searcher = searchers.apply(definition.strategy());
        for (int algorithm : definition.turns(step.trials())) {
            var suggestion = searcher.suggest(SearchRequests.of(step.job(), algorithm, step.trials(), inheritance));
            if (suggestion.isPresent()) {
                step.launch(algorithm, suggestion.get());
                return true;
            }
        }
        return false;
    }

    /**
     * A job with all its trials and what it had from its parents, between two steps.
     *
     * @param unsaved the trials that were only read since the last save, by number
     */
    private record Progress(TuningJob job, List<Trial> trials, Inheritance inheritance, Map<Integer, Trial> unsaved) {}
}
