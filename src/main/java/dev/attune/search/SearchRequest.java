package dev.attune.search;

import java.util.Comparator;
import java.util.List;

/**
 * All that a search may know when it proposes the next trial. Equal requests get equal suggestions, on any machine: the order of
 * the lists does not matter (they are sorted by trial number here).
 *
 * @param trial number of the trial to propose, from 1
 * @param seed the tuning job's seed
 */
public record SearchRequest(
        SearchSpace space, Goal goal, List<Observation> completed, List<Pending> pending, long seed, int trial) {
    public SearchRequest {
        completed = completed.stream()
                .sorted(Comparator.comparingInt(Observation::trial))
                .toList();
        pending =
                pending.stream().sorted(Comparator.comparingInt(Pending::trial)).toList();
        if (trial < 1) {
            throw new IllegalArgumentException("The trial [" + trial + "] must be at least 1");
        }
    }
}
