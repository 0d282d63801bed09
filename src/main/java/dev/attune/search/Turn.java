package dev.attune.search;

import dev.attune.search.optim.Domain;
import java.util.stream.IntStream;

/**
 * What a trial that a model proposes is for. They take turns from some results on: a search that only ever goes where it expects most
 * improvement spends its trials at the best point that it has, and never sees that there is a better one elsewhere.
 */
enum Turn {
    /** To improve on the best, wherever most improvement is expected. */
    IMPROVE,
    /** To find something clearly better; little improvements do not count. */
    EXPLORE,
    /** To make the best better. */
    POLISH;

    /** The best is polished from so many results on, and one more for each dimension. */
    private static final int FEW = 10;
    /** There is exploring from so many on, and one more for each dimension. */
    private static final int ENOUGH = 30;
    /** What has no more levels than this has nothing between them: the neighbours of the best are looked at anyway. */
    private static final int FEW_LEVELS = 24;

    static Turn of(SearchRequest request, Model model, Domain domain) {
        if (!isFine(domain)) {
            return IMPROVE;
        }
        int spare = model.knowledge().successes().size() - domain.dimensions();
        return switch (request.trial() % 3) {
            case 0 -> spare >= FEW ? POLISH : IMPROVE;
            case 1 -> spare >= ENOUGH ? EXPLORE : IMPROVE;
            default -> IMPROVE;
        };
    }

    private static boolean isFine(Domain domain) {
        return IntStream.range(0, domain.dimensions()).anyMatch(i -> isFine(domain, i));
    }

    private static boolean isFine(Domain domain, int coordinate) {
        boolean many = domain.continuum(coordinate) || domain.levels(coordinate).length > FEW_LEVELS;
        return many && !domain.nominal(coordinate);
    }
}
