package dev.attune.search;

import java.util.Optional;

/**
 * A search strategy: from all that is known of a tuning job to its next configuration. Stateless and seeded: what it returns
 * depends on the request alone, so a restart is a non-event.
 */
public interface Searcher {
    /**
     * Proposes one configuration inside the space, unlike all completed and pending ones of a discrete space. Never throws for a
     * request that could be built, and never proposes NaN.
     *
     * @return empty when every configuration of a discrete space has been tried or is pending
     */
    Optional<Suggestion> suggest(SearchRequest request);
}
