package dev.attune.tuning;

import dev.attune.search.Goal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client holds for good enough: a tuning job that meets one of these is complete, however many training jobs it may still launch.
 *
 * @param target a value of the objective that is to be reached; null for none
 * @param maxNotImproving after so many training jobs in a row without an improvement; at least 1, null for no bound
 */
public record Criteria(@Nullable Double target, @Nullable Integer maxNotImproving) {
    // AWS: what is less is no improvement.
    private static final double IMPROVEMENT = 0.01;

    public Criteria {
        if (maxNotImproving != null && maxNotImproving < 1) {
            throw new IllegalArgumentException("maxNotImproving [" + maxNotImproving + "] must be at least 1");
        }
    }

    boolean met(Goal goal, List<Trial> trials) {
        return reached(goal, trials) || (maxNotImproving != null && notImproving(goal, trials) >= maxNotImproving);
    }

    private boolean reached(Goal goal, List<Trial> trials) {
        return target != null
                && trials.stream()
                        .filter(Trial::succeeded)
                        .map(Trial::objective)
                        .filter(Objects::nonNull)
                        .anyMatch(value -> !goal.better(target, value));
    }

    /**
     * How many training jobs in a row, in the order of their ends, have not been better by a hundredth than the best before them. Those
     * without a value do not count.
     */
    static int notImproving(Goal goal, List<Trial> trials) {
        Double best = null;
        int count = 0;
        for (var trial : inOrderOfEnd(trials)) {
            var value = trial.objective();
            if (value == null) {
                continue;
            }
            count = best == null || improves(goal, value, best) ? 0 : count + 1;
            best = best == null || goal.better(value, best) ? value : best;
        }
        return count;
    }

    private static boolean improves(Goal goal, double value, double best) {
        return goal.better(value, best) && Math.abs(value - best) >= IMPROVEMENT * Math.abs(best);
    }

    private static List<Trial> inOrderOfEnd(List<Trial> trials) {
        return trials.stream()
                .filter(Trial::succeeded)
                .sorted(Comparator.comparing(Trial::endedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Trial::number))
                .toList();
    }
}
