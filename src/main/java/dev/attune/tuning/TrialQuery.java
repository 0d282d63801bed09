package dev.attune.tuning;

import dev.attune.training.TrainingStatus;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which trials of a tuning job to list, and in which order.
 *
 * @param byObjective by final objective, without the trials that have none, instead of by number
 * @param after the last trial of the page before, or null for the first page
 */
public record TrialQuery(
        @Nullable TrainingStatus status,
        boolean byObjective,
        boolean descending,
        @Nullable Position after) {

    /** Where a page ended: the last trial's objective, where that is the order, and its number. */
    public record Position(@Nullable Double objective, int number) {}

    /** The position of a trial in this query's order. */
    public Position positionOf(Trial trial) {
        return new Position(byObjective ? trial.objective() : null, trial.number());
    }

    /** The trials of the query, from its position on. */
    public List<Trial> select(List<Trial> trials) {
        var order = descending ? order().reversed() : order();
        return trials.stream()
                .filter(trial -> status == null || trial.status() == status)
                .filter(trial -> !byObjective || trial.objective() != null)
                .filter(trial -> after == null || order.compare(positionOf(trial), after) > 0)
                .sorted(Comparator.comparing(this::positionOf, order))
                .toList();
    }

    private static Comparator<Position> order() {
        return Comparator.comparing(Position::objective, Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
                .thenComparing(Position::number);
    }
}
