package dev.attune.tuning;

import dev.attune.training.TrainingStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tuning job does next: a pure function from the job, its trials and the simulated time to a {@link Plan}. */
public final class TuningStep {
    /** AWS fails a tuning job after so many training jobs without a success. */
    static final int ATTEMPTS = 5;
    /** However many a job may run in parallel, no more run at once: a step and its memory stay bounded. */
    static final int MOST_PARALLEL = 1000;

    private TuningStep() {}

    /**
     * Decides one step.
     *
     * @param trials all of them, as reported at {@code now}
     */
    public static Plan plan(TuningJob job, List<Trial> trials, Instant now) {
        var running = trials.stream().filter(trial -> !trial.ended()).toList();
        var ending = job.ending() != null ? job.ending() : decide(job, trials, running.size(), now);
        if (ending == null) {
            var limits = job.definition().limits();
            var parallel = Math.min(limits.maxParallel(), MOST_PARALLEL);
            var launch = Math.min(parallel - running.size(), limits.maxTrials() - trials.size());
            return new Plan(outdone(job, trials, now), Math.max(0, launch), null, false);
        }
        var stop = running.stream()
                .filter(trial -> trial.stopRequestedAt() == null)
                .toList();
        return new Plan(stop, 0, ending, running.isEmpty());
    }

    /** The running trials whose objective was read just now and which are not worth going on, with why. */
    private static List<Trial> outdone(TuningJob job, List<Trial> trials, Instant now) {
        var rule = job.definition().stopping();
        if (rule == null) {
            return List.of();
        }
        return trials.stream()
                .filter(trial -> !trial.ended() && trial.stopRequestedAt() == null)
                // What has nothing more to report has nothing left to save.
                .filter(trial ->
                        trial.curve().open() && now.equals(trial.curve().readAt()))
                .flatMap(trial ->
                        rule.judge(trial, peers(trial, trials), job.definition().goal()).map(trial::judged).stream())
                .toList();
    }

    /** The trials of the same algorithm: values of others may measure something else. */
    private static List<Trial> peers(Trial trial, List<Trial> trials) {
        return trials.stream()
                .filter(other -> other.algorithm() == trial.algorithm())
                .toList();
    }

    /** The next simulated instant at which a step can change anything; null when the job has ended. */
    public static @Nullable Instant next(TuningJob job, List<Trial> trials) {
        if (job.status().terminal()) {
            return null;
        }
        var changes = trials.stream().map(Trial::nextChange).filter(Objects::nonNull);
        var next = Stream.concat(changes, Stream.ofNullable(job.ending() == null ? job.deadline() : null))
                .min(Comparator.naturalOrder())
                .orElse(job.updatedAt());
        var atOnce = trials.isEmpty() || owesStop(job, trials) || next.isBefore(job.updatedAt());
        return atOnce ? job.updatedAt() : next;
    }

    /** Whether the job is to end and some of its trials have not been asked to. */
    private static boolean owesStop(TuningJob job, List<Trial> trials) {
        return job.ending() != null
                && trials.stream().anyMatch(trial -> !trial.ended() && trial.stopRequestedAt() == null);
    }

    private static @Nullable Ending decide(TuningJob job, List<Trial> trials, int running, Instant now) {
        var deadline = job.deadline();
        if (deadline != null && !now.isBefore(deadline)) {
            return Ending.COMPLETED;
        }
        var limits = job.definition().limits();
        var failure = failure(trials, Math.min(ATTEMPTS, limits.maxTrials()));
        if (failure != null) {
            return failure;
        }
        var definition = job.definition();
        var criteria = definition.criteria();
        if (criteria != null && criteria.met(definition, trials)) {
            return Ending.COMPLETED;
        }
        return running == 0 && trials.size() >= limits.maxTrials() ? Ending.COMPLETED : null;
    }

    // AWS: both texts were seen in FailureReason of real tuning jobs.
    private static @Nullable Ending failure(List<Trial> trials, int attempts) {
        var ended = trials.stream().filter(Trial::ended).toList();
        if (ended.size() < attempts || ended.stream().anyMatch(Trial::succeeded)) {
            return null;
        }
        var failed = ended.stream()
                .filter(trial -> trial.status() == TrainingStatus.FAILED)
                .count();
        return failed == ended.size()
                ? Ending.failed("No training job succeeded after " + failed
                        + " attempts. Please take a look at the training job failures to get more details.")
                : Ending.failed("No objective metrics found after running " + ended.size()
                        + " training jobs. Please ensure that the custom algorithm is emitting the objective metric"
                        + " as defined by the regular expression provided.");
    }
}
