package dev.attune.tuning;

import dev.attune.search.Goal;
import dev.attune.training.TrainingStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the search is told of each ended trial. That is its objective, but for the trials that a rule stopped for their value: theirs is that of
 * an unfinished training, and would make their neighbourhood look worse than it is.
 *
 * <p>To such a value is added what completed trials gained from the same epoch on: the median of the differences between their last value and
 * the one at that epoch. As the rule held the trial for one of the worse half, the result is never better than the median of the completed
 * trials' last values; so no value that was never reached becomes the one to beat. For one thread.
 */
public final class Estimates {
    private final Goal goal;
    private final List<Trial> completed;
    private final Map<Integer, Rest> rests = new HashMap<>();

    private Estimates(Goal goal, List<Trial> completed) {
        this.goal = goal;
        this.completed = completed;
    }

    /** Estimates from the trials of a tuning job. */
    public static Estimates of(Goal goal, List<Trial> trials) {
        return new Estimates(
                goal,
                trials.stream()
                        .filter(trial -> trial.status() == TrainingStatus.COMPLETED
                                && !trial.curve().isEmpty())
                        .toList());
    }

    /** The objective as it would be after the whole training; null where the trial has none. */
    public @Nullable Double of(Trial trial) {
        var value = trial.objective();
        var verdict = trial.verdict();
        if (value == null || verdict == null || verdict.bound() == null) {
            return value;
        }
        var later = rests.computeIfAbsent(verdict.epoch(), this::rest);
        double estimate = value + later.gain();
        if (!Double.isFinite(estimate)) {
            return value;
        }
        return goal.better(estimate, later.middle()) ? later.middle() : estimate;
    }

    private Rest rest(int epoch) {
        var peers = completed.stream()
                .map(Trial::curve)
                .filter(curve -> !Double.isNaN(curve.valueAt(epoch)))
                .toList();
        if (peers.isEmpty()) {
            return new Rest(Double.NaN, Double.NaN);
        }
        var gains = peers.stream().mapToDouble(curve -> curve.value() - curve.valueAt(epoch));
        return new Rest(
                Medians.of(gains.toArray()),
                Medians.of(peers.stream().mapToDouble(Curve::value).toArray()));
    }

    /**
     * What became of the completed trials after some epoch; NaN where there are none.
     *
     * @param gain the median of the differences between their last value and the one at that epoch
     * @param middle the median of their last values
     */
    private record Rest(double gain, double middle) {}
}
