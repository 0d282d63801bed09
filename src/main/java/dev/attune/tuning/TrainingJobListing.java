package dev.attune.tuning;

import dev.attune.tuning.TrainingRuns.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Collects one page of training jobs: what the store cannot tell of them is looked at one by one. */
final class TrainingJobListing {
    private static final int MOST_AT_ONCE = 500;

    private final TrainingJobStore store;
    private final TrainingJobQuery query;
    private final Predicate<TrainingRun> filter;

    /**
     * A listing.
     *
     * @param filter what a training job must be besides what the query says
     */
    TrainingJobListing(TrainingJobStore store, TrainingJobQuery query, Predicate<TrainingRun> filter) {
        this.store = store;
        this.query = query;
        this.filter = filter;
    }

    /**
     * At most as many as the query wants.
     *
     * @param look how a training job stands; empty where it was forgotten meanwhile
     */
    List<Listed> page(Function<TrainingJobQuery.Row, Optional<TrainingRun>> look) {
        var found = new ArrayList<Listed>();
        var position = query.after();
        int most = query.limit();
        while (true) {
            var rows = store.list(query.from(position, most));
            for (var row : rows) {
                look.apply(row).filter(this::fits).ifPresent(run -> found.add(new Listed(row, run)));
                if (found.size() == query.limit()) {
                    return found;
                }
            }
            if (rows.size() < most) {
                return found;
            }
            position = query.positionOf(rows.get(rows.size() - 1));
            most = MOST_AT_ONCE; // there is a filter that refuses some: go faster
        }
    }

    private boolean fits(TrainingRun run) {
        return query.updated().contains(run.lastModifiedAt()) && filter.test(run);
    }
}
