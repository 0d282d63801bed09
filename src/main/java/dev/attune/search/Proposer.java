package dev.attune.search;

import dev.attune.search.acquisition.Acquisition;
import dev.attune.search.acquisition.Candidates;
import dev.attune.search.acquisition.Maximiser;
import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Domain;
import dev.attune.search.sampling.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the new configuration of the highest acquisition. For one suggestion. */
final class Proposer {
    private static final int MOST_SPREAD_DIMENSIONS = 8;
    /** Multiplications that scoring the candidates with one model may cost, to about a factor of two. */
    private static final double BUDGET = 4e7;

    private static final int FEWEST = 300;
    /** Models of more points than this are asked less. */
    private static final int MANY = 200;
    /** What is only this much better, in deviations of the transformed values, is not worth exploring for. */
    private static final double MARGIN = 0.05;

    private final SearchRequest request;
    private final History history;
    private final Domain domain;
    private final long seed;
    private final Deadline deadline;

    Proposer(SearchRequest request, History history, Domain domain, long seed, Deadline deadline) {
        this.request = request;
        this.history = history;
        this.domain = domain;
        this.seed = seed;
        this.deadline = deadline;
    }

    /**
     * How thoroughly it looks.
     *
     * @param spread how many candidates for each dimension stand all over the region
     * @param local how many stand around the best trials
     * @param starts how many of the candidates are improved
     */
    private record Effort(int spread, int local, int starts) {
        static final Effort FULL = new Effort(64, 400, 6);
        static final Effort FOR_MANY = new Effort(64, 400, 3);
        static final Effort SMALL = new Effort(32, 150, 3);
    }

    /** Where most improvement is expected. */
    Optional<Suggestion> improving(Model model) {
        return anywhere(Phase.BAYESIAN, model, model.improvement(0));
    }

    /** Where most improvement by a clear margin is expected. */
    Optional<Suggestion> exploring(Model model) {
        return anywhere(Phase.BAYESIAN, model, model.improvement(MARGIN));
    }

    /** Where the least mean is expected. */
    Optional<Suggestion> least(Model model) {
        return anywhere(Phase.POLISHING, model, model.leastMean());
    }

    private Optional<Suggestion> anywhere(Phase phase, Model model, Acquisition acquisition) {
        var effort = model.knowledge().size() <= MANY ? Effort.FULL : Effort.FOR_MANY;
        return propose(phase, Region.whole(domain.dimensions()), model, acquisition, effort);
    }

    /**
     * Where most improvement is expected in a region.
     *
     * @param model in the region's own coordinates
     */
    Optional<Suggestion> within(Region region, Model model) {
        return propose(Phase.POLISHING, region, model, model.improvement(0), Effort.SMALL);
    }

    private Optional<Suggestion> propose(
            Phase phase, Region region, Model model, Acquisition acquisition, Effort effort) {
        var part = region.part(domain);
        var maximiser = new Maximiser(
                acquisition, part, model.lengths(), own -> history.has(point(region, own)), effort.starts(), deadline);
        for (var scored : maximiser.rank(candidates(model.knowledge(), part, effort))) {
            var point = point(region, scored.point());
            var configuration = request.space().decode(point);
            if (scored.value() > Double.NEGATIVE_INFINITY
                    && !history.has(configuration)
                    && (domain.discrete() || !history.isNear(point))) {
                return Optional.of(new Suggestion(configuration, proposal(phase, region, model, configuration)));
            }
        }
        return Optional.empty();
    }

    private double[] point(Region region, double[] own) {
        var point = region.outside(own);
        domain.snap(point);
        return point;
    }

    private List<double[]> candidates(Knowledge knowledge, Domain part, Effort effort) {
        double affordable = BUDGET / ((double) knowledge.size() * knowledge.size());
        int spread = effort.spread() * Math.min(MOST_SPREAD_DIMENSIONS, part.dimensions());
        double share = Math.min(1, Math.max(FEWEST, affordable) / (spread + effort.local()));
        var candidates = new Candidates(part, new SplitMix(seed));
        var points = new ArrayList<>(candidates.spread((int) (share * spread)));
        var parents = knowledge.parents();
        parents.forEach(part::snap);
        points.addAll(candidates.around(parents, (int) (share * effort.local())));
        return points;
    }

    private Proposal proposal(Phase phase, Region region, Model model, Configuration configuration) {
        var outlook = model.at(region.inside(request.space().encode(configuration)));
        var estimate = outlook.estimate();
        return new Proposal(
                phase,
                request.goal() == Goal.MINIMIZE ? estimate.mean() : -estimate.mean(),
                estimate.deviation(),
                outlook.logImprovement(),
                seed,
                model.summary(request.space(), region));
    }
}
