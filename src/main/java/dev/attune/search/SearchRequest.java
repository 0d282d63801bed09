package dev.attune.search;

import java.util.Comparator;
import java.util.List;

/**
 * All that a search may know when it proposes the next trial. Equal requests get equal suggestions, on any machine: the order of
 * the lists does not matter (they are sorted by trial number here).
 *
 * @param completed what has ended, and before that, numbered up to 0, what other jobs found out of the same objective
 * @param seed the tuning job's seed
 * @param trial number of the trial to propose, from 1
 * @param hints configurations of the space that may be good, best first: they are tried early, and nothing else is believed of them
 */
public record SearchRequest(
        SearchSpace space,
        Goal goal,
        List<Observation> completed,
        List<Pending> pending,
        long seed,
        int trial,
        List<Configuration> hints) {
    public SearchRequest {
        completed = completed.stream()
                .sorted(Comparator.comparingInt(Observation::trial))
                .toList();
        pending =
                pending.stream().sorted(Comparator.comparingInt(Pending::trial)).toList();
        if (trial < 1) {
            throw new IllegalArgumentException("The trial [" + trial + "] must be at least 1");
        }
        hints = List.copyOf(hints);
        hints.forEach(space::encode);
    }

    /** A request of a job that knows nothing but its own trials. */
    public SearchRequest(
            SearchSpace space, Goal goal, List<Observation> completed, List<Pending> pending, long seed, int trial) {
        this(space, goal, completed, pending, seed, trial, List.of());
    }
}
