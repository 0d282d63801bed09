package dev.attune.tuning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tuning job and all its trials at one instant of its simulated time.
 *
 * @param trials by number; the running ones as their backend reports them at {@code now}
 */
public record TuningJobSnapshot(TuningJob job, List<Trial> trials, Instant now) {
    public TuningJobSnapshot {
        trials = List.copyOf(trials);
    }

    public TrialCounts counts() {
        return TrialCounts.of(trials);
    }

    /** The trial with the best objective so far; of equals the earlier one. */
    public Optional<Trial> best() {
        var goal = job.definition().goal();
        Trial best = null;
        for (var trial : trials) {
            var value = trial.objective();
            var record = best == null ? null : best.objective();
            if (trial.succeeded() && value != null && (record == null || goal.better(value, record))) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many training jobs in a row have not improved the objective by a hundredth. */
    public int notImproving() {
        return Stagnation.now(job.definition().goal(), trials);
    }

    /** When the search converged, see {@link Criteria#convergence}; null while it has not. */
    public @Nullable Instant convergedAt() {
        var definition = job.definition();
        return Stagnation.convergedAt(definition.goal(), definition.patience(), trials);
    }

    /** Time that instances were used by training jobs that have ended: the sum over jobs of seconds × instances. */
    public Duration finishedComputeTime() {
        return computeTime(true);
    }

    /** The same of those that still run. */
    public Duration inFlightComputeTime() {
        return computeTime(false);
    }

    private Duration computeTime(boolean ended) {
        var definition = job.definition();
        var sum = Duration.ZERO;
        for (var trial : trials) {
            var started = trial.trainingStartedAt();
            if (started != null && trial.ended() == ended) {
                var end = trial.endedAt() == null ? now : trial.endedAt();
                var time = Duration.between(started, end.isBefore(started) ? started : end);
                sum = sum.plus(time.multipliedBy(
                        definition.algorithm(trial).training().cluster().instanceCount()));
            }
        }
        return sum;
    }
}
