package dev.attune.tuning;

import dev.attune.search.Goal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the best objective of a tuning job has not become better by a hundredth. It goes through the successes in the order of their ends.
 * For one thread.
 */
final class Stagnation {
    // AWS: what is less is no improvement.
    private static final double IMPROVEMENT = 0.01;

    private final Goal goal;
    private @Nullable Double best;
    private int until;
    private int since;

    private Stagnation(Goal goal) {
        this.goal = goal;
    }

    /** How many successes there have been since the last improvement. */
    static int now(Goal goal, List<Trial> trials) {
        var stagnation = new Stagnation(goal);
        inOrderOfEnd(trials).forEach(stagnation::add);
        return stagnation.since;
    }

    /**
     * When the search had converged: the end of the first success by which the best had not improved for as many successes as it took to
     * find it, and for {@code patience} at least. Null while that is not so.
     */
    static @Nullable Instant convergedAt(Goal goal, int patience, List<Trial> trials) {
        var stagnation = new Stagnation(goal);
        for (var trial : inOrderOfEnd(trials)) {
            stagnation.add(trial);
            if (stagnation.since >= Math.max(patience, stagnation.until)) {
                return trial.endedAt();
            }
        }
        return null;
    }

    private void add(Trial trial) {
        var value = trial.objective();
        if (value == null) {
            return;
        }
        if (best == null || improves(value, best)) {
            until += since + 1;
            since = 0;
        } else {
            since++;
        }
        best = best == null || goal.better(value, best) ? value : best;
    }

    private boolean improves(double value, double record) {
        return goal.better(value, record) && Math.abs(value - record) >= IMPROVEMENT * Math.abs(record);
    }

    private static List<Trial> inOrderOfEnd(List<Trial> trials) {
        return trials.stream()
                .filter(Trial::succeeded)
                .sorted(Comparator.comparing(Trial::endedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Trial::number))
                .toList();
    }
}
