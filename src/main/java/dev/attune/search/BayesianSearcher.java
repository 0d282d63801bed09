package dev.attune.search;

import dev.attune.search.optim.Deadline;
import dev.attune.search.optim.Domain;
import dev.attune.search.sampling.SplitMix;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Bayesian optimisation: after a small even design, each trial goes where Gaussian processes, fitted to all that is known, expect
 * improvement, or where others do that are fitted to what is near the best trial. Where no model can be fitted, it goes on at random.
 */
public final class BayesianSearcher implements Searcher {
    /** From some trials on this share of them is drawn at random, so that no model's error is for ever. */
    private static final double RANDOM_SHARE = 0.05;

    private static final int RANDOM_AFTER = 25;

    /** Separates the draw for that from all others. */
    private static final long RANDOM = 5;

    /** With more noise than this the best trial may only have been lucky, and its neighbours would not tell. */
    private static final double NOISY = 0.05;

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
        var proposer = new Proposer(request, history, domain, seed, deadline);
        return Model.of(Knowledge.of(history), domain, memory, deadline).flatMap(model -> switch (Turn.of(
                request, model, domain)) {
            case IMPROVE -> proposer.improving(model);
            case EXPLORE -> proposer.exploring(model);
            case POLISH ->
                (model.noise() > NOISY ? proposer.least(model) : polished(model, domain, proposer, deadline))
                        .or(() -> proposer.improving(model));
        });
    }

    private Optional<Suggestion> polished(Model model, Domain domain, Proposer proposer, Deadline deadline) {
        var near = new Neighbourhood(model, domain);
        return near.region().flatMap(region -> {
            var knowledge = model.knowledge().of(near.trials(), region);
            return Model.of(knowledge, domain, memory, deadline).flatMap(local -> proposer.within(region, local));
        });
    }
}
