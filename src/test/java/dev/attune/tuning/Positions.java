package dev.attune.tuning;

import dev.attune.tuning.JobQuery.Position;
import java.util.Comparator;

/** The order of positions in a list, as a store keeps it. */
final class Positions {
    private Positions() {}

    static Comparator<Position> order(JobQuery.Sort sort, boolean descending) {
        var byKey = sort == JobQuery.Sort.CREATION_TIME
                ? Comparator.comparing((Position position) -> Long.valueOf(position.key()))
                : Comparator.comparing(Position::key);
        var ascending = byKey.thenComparing(Position::name).thenComparing(Position::account);
        return descending ? ascending.reversed() : ascending;
    }
}
