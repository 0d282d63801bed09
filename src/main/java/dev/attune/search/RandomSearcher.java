package dev.attune.search;

import dev.attune.search.sampling.SplitMix;
import java.util.Optional;

/**
 * Proposes configurations uniform in the scaled space, none of a discrete space twice. In a continuum no two draws are equal, so
 * that it need not read the history, which may be long.
 */
public final class RandomSearcher implements Searcher {
    private final Phase phase;

    public RandomSearcher() {
        this(Phase.RANDOM);
    }

    /** One that gives another reason for its proposals. */
    public RandomSearcher(Phase phase) {
        this.phase = phase;
    }

    @Override
    public Optional<Suggestion> suggest(SearchRequest request) {
        long seed = SplitMix.seed(request.seed(), request.trial());
        boolean continuum = Double.isInfinite(request.space().combinations());
        var history = continuum ? History.empty(request.space()) : History.of(request);
        return new Novelty(request.space(), history)
                .random(new SplitMix(seed))
                .map(configuration -> new Suggestion(configuration, Proposal.without(phase, seed)));
    }
}
