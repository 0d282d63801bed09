package dev.attune.tuning;

import dev.attune.training.TrainingStatus;
import java.util.Collection;

/**
 * How many training jobs of a tuning job stand where.
 *
 * @param pending launched, but training has not begun
 * @param running in training, or stopping
 */
public record TrialCounts(int completed, int failed, int stopped, int pending, int running) {
    /** Counts afresh; the sum is the number of trials. */
    static TrialCounts of(Collection<Trial> trials) {
        int completed = 0;
        int failed = 0;
        int stopped = 0;
        int pending = 0;
        for (var trial : trials) {
            completed += trial.status() == TrainingStatus.COMPLETED ? 1 : 0;
            failed += trial.status() == TrainingStatus.FAILED ? 1 : 0;
            stopped += trial.status() == TrainingStatus.STOPPED ? 1 : 0;
            pending += !trial.ended() && trial.trainingStartedAt() == null ? 1 : 0;
        }
        return new TrialCounts(
                completed, failed, stopped, pending, trials.size() - completed - failed - stopped - pending);
    }

    public int total() {
        return completed + failed + stopped + pending + running;
    }

    /** How many have ended. */
    public int ended() {
        return completed + failed + stopped;
    }
}
