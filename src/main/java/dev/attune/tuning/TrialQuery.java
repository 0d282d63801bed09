package dev.attune.tuning;

import dev.attune.training.TrainingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which trials of a tuning job to list, and in which order.
 *
 * @param after the last trial of the page before, or null for the first page
 */
public record TrialQuery(
        @Nullable TrainingStatus status,
        Sort sort,
        boolean descending,
        @Nullable Position after) {
    /** What to sort by; trials that are equal in it are sorted by number. */
    public enum Sort {
        NUMBER,
        STATUS,
        /** By final objective, without the trials that have none. */
        OBJECTIVE
    }

    /** Where a page ended: the last trial's sort key, where the order is not that of the numbers, and its number. */
    public record Position(@Nullable Double key, int number) {}

    /** The position of a trial in this query's order. */
    public Position positionOf(Trial trial) {
        var key = switch (sort) {
            case NUMBER -> null;
            case STATUS -> Double.valueOf((double) rank(trial.status()));
            case OBJECTIVE -> trial.objective();
        };
        return new Position(key, trial.number());
    }

    /** The trials of the query, from its position on. */
    public List<Trial> select(List<Trial> trials) {
        var order = descending ? order().reversed() : order();
        return trials.stream()
                .filter(trial -> status == null || trial.status() == status)
                .filter(trial -> sort != Sort.OBJECTIVE || trial.objective() != null)
                .filter(trial -> after == null || order.compare(positionOf(trial), after) > 0)
                .sorted(Comparator.comparing(this::positionOf, order))
                .toList();
    }

    /** Its place in the alphabet. */
    private static long rank(TrainingStatus status) {
        return Stream.of(TrainingStatus.values())
                .filter(other -> other.word().compareTo(status.word()) < 0)
                .count();
    }

    private static Comparator<Position> order() {
        return Comparator.comparing(Position::key, Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
                .thenComparing(Position::number);
    }
}
