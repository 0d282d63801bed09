package dev.attune.tuning;

import dev.attune.search.Goal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client holds for good enough: a tuning job that meets one of these is complete, however many training jobs it may still launch.
 *
 * @param target a value of the objective that is to be reached; null for none
 * @param maxNotImproving after so many training jobs in a row without an improvement; at least 1, null for no bound
 * @param convergence whether it is enough that the search has converged
 */
public record Criteria(@Nullable Double target, @Nullable Integer maxNotImproving, boolean convergence) {
    public Criteria {
        if (maxNotImproving != null && maxNotImproving < 1) {
            throw new IllegalArgumentException("maxNotImproving [" + maxNotImproving + "] must be at least 1");
        }
    }

    boolean met(TuningDefinition definition, List<Trial> trials) {
        var goal = definition.goal();
        return reached(goal, trials)
                || (maxNotImproving != null && Stagnation.now(goal, trials) >= maxNotImproving)
                || (convergence && Stagnation.convergedAt(goal, definition.patience(), trials) != null);
    }

    private boolean reached(Goal goal, List<Trial> trials) {
        return target != null
                && trials.stream()
                        .filter(Trial::succeeded)
                        .map(Trial::objective)
                        .filter(Objects::nonNull)
                        .anyMatch(value -> !goal.better(target, value));
    }
}
