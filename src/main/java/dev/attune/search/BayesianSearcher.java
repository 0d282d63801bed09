package dev.attune.search;

import dev.attune.search.acquisition.Candidates;
import dev.attune.search.acquisition.Maximiser;
import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Domain;
import dev.attune.search.sampling.SplitMix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Bayesian optimisation: after a small even design, each trial goes where Gaussian processes, fitted to all that is known, expect
 * most improvement. Where no model can be fitted, it goes on at random.
 */
public final class BayesianSearcher implements Searcher {
    private static final int SPREAD_PER_DIMENSION = 64;
    private static final int MOST_SPREAD_DIMENSIONS = 8;
    private static final int LOCAL = 400;
    /** Multiplications that scoring the candidates with one model may cost, to about a factor of two. */
    private static final double BUDGET = 4e7;

    private static final int FEWEST = 300;
    /** How many of the candidates are improved; fewer where the model has many points. */
    private static final int STARTS = 6;

    private static final int FEWER_STARTS = 3;
    private static final int MANY = 200;
    /** From some trials on this share of them is drawn at random, so that no model's error is for ever. */
    private static final double RANDOM_SHARE = 0.05;

    private static final int RANDOM_AFTER = 25;

    /** Separates the draw for that from all others. */
    private static final long RANDOM = 5;

    private final Memory memory = new Memory();
    private final Supplier<Deadline> deadlines;

    /** Takes the time that it needs: equal requests get equal suggestions. */
    public BayesianSearcher() {
        this(() -> Deadline.NEVER);
    }

    private BayesianSearcher(Supplier<Deadline> deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * A search that gives the best it has once a suggestion took that long, and then as soon as the step at hand is done. What it
     * proposes then depends on the machine.
     *
     * @param nanos a clock, in nanoseconds
     */
    public static BayesianSearcher within(Duration limit, LongSupplier nanos) {
        return new BayesianSearcher(() -> {
            long start = nanos.getAsLong();
            return () -> nanos.getAsLong() - start > limit.toNanos();
        });
    }

    @Override
    public Optional<Suggestion> suggest(SearchRequest request) {
        var history = History.of(request);
        var novelty = new Novelty(request.space(), history);
        if (novelty.exhausted()) {
            return Optional.empty();
        }
        long seed = SplitMix.seed(request.seed(), request.trial());
        var design = new InitialDesign(request, history);
        if (design.due()) {
            return fresh(design.configuration(), history)
                    .or(() -> novelty.random(new SplitMix(seed)))
                    .map(configuration -> new Suggestion(configuration, Proposal.without(Phase.INITIAL, seed)));
        }
        boolean random =
                history.size() >= RANDOM_AFTER && new SplitMix(SplitMix.seed(seed, RANDOM)).nextDouble() < RANDOM_SHARE;
        return (random ? Optional.<Suggestion>empty() : modelled(request, history, seed))
                .or(() -> novelty.random(new SplitMix(seed))
                        .map(configuration -> new Suggestion(configuration, Proposal.without(Phase.RANDOM, seed))));
    }

    /**
     * What the search believes of the objective, given all that the request holds; its trial and seed do not matter. Finds
     * hyperparameters as a suggestion does, or O(n³) where they are remembered from one.
     *
     * @return empty where the initial design is due or no model can be fitted
     */
    public Optional<Posterior> posterior(SearchRequest request) {
        var history = History.of(request);
        if (new InitialDesign(request, history).due()) {
            return Optional.empty();
        }
        return Model.of(Knowledge.of(history), Domains.of(request.space()), memory, Deadline.NEVER)
                .map(model -> new Posterior(request, history, model));
    }

    private static Optional<Configuration> fresh(Configuration configuration, History history) {
        return history.has(configuration) ? Optional.empty() : Optional.of(configuration);
    }

    private Optional<Suggestion> modelled(SearchRequest request, History history, long seed) {
        var deadline = deadlines.get();
        var domain = Domains.of(request.space());
        var knowledge = Knowledge.of(history);
        return Model.of(knowledge, domain, memory, deadline).flatMap(model -> {
            var maximiser = new Maximiser(
                    model.acquisition(), domain, model.lengths(), history::has, starts(knowledge), deadline);
            var random = new SplitMix(seed);
            for (var scored : maximiser.rank(candidates(knowledge, domain, random))) {
                var configuration = request.space().decode(scored.point());
                if (scored.value() > Double.NEGATIVE_INFINITY
                        && !history.has(configuration)
                        && (domain.discrete() || !history.isNear(scored.point()))) {
                    return Optional.of(new Suggestion(configuration, proposal(request, model, configuration, seed)));
                }
            }
            return Optional.empty();
        });
    }

    private static Proposal proposal(SearchRequest request, Model model, Configuration configuration, long seed) {
        var point = request.space().encode(configuration);
        var outlook = model.at(point);
        var estimate = outlook.estimate();
        return new Proposal(
                Phase.BAYESIAN,
                request.goal() == Goal.MINIMIZE ? estimate.mean() : -estimate.mean(),
                estimate.deviation(),
                outlook.logImprovement(),
                seed,
                model.summary(request.space()));
    }

    private static int starts(Knowledge knowledge) {
        return knowledge.size() <= MANY ? STARTS : FEWER_STARTS;
    }

    private static List<double[]> candidates(Knowledge knowledge, Domain domain, SplitMix random) {
        double affordable = BUDGET / ((double) knowledge.size() * knowledge.size());
        int spread = SPREAD_PER_DIMENSION * Math.min(MOST_SPREAD_DIMENSIONS, domain.dimensions());
        double share = Math.min(1, Math.max(FEWEST, affordable) / (spread + LOCAL));
        var candidates = new Candidates(domain, random);
        var points = new ArrayList<>(candidates.spread((int) (share * spread)));
        points.addAll(candidates.around(knowledge.parents(), (int) (share * LOCAL)));
        return points;
    }
}
