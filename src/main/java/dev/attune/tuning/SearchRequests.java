package dev.attune.tuning;

import dev.attune.search.Observation;
import dev.attune.search.Pending;
import dev.attune.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;

/** Tells a search what is known of an algorithm. */
public final class SearchRequests {
    private SearchRequests() {}

    /**
     * The request for an algorithm's next trial. Algorithms know nothing of each other: each counts its own trials from 1.
     *
     * @param trials all of the job, by number
     */
    public static SearchRequest of(TuningJob job, int algorithm, List<Trial> trials, Inheritance inheritance) {
        var own =
                trials.stream().filter(trial -> trial.algorithm() == algorithm).toList();
        var tuned = job.definition().algorithms().get(algorithm);
        var estimates = Estimates.of(tuned.objective().goal(), own);
        var completed = new ArrayList<>(inheritance.observations());
        var pending = new ArrayList<Pending>();
        for (int i = 0; i < own.size(); i++) {
            var trial = own.get(i);
            if (trial.ended()) {
                completed.add(new Observation(i + 1, trial.configuration(), estimates.of(trial)));
            } else {
                pending.add(new Pending(i + 1, trial.configuration()));
            }
        }
        return new SearchRequest(
                tuned.space(),
                tuned.objective().goal(),
                completed,
                pending,
                seed(job, tuned),
                own.size() + 1,
                inheritance.hints());
    }

    private static long seed(TuningJob job, Algorithm algorithm) {
        return job.definition().algorithms().size() == 1
                ? job.seed()
                : Seeds.of(job.seed(), "algorithm", String.valueOf(algorithm.name()));
    }
}
