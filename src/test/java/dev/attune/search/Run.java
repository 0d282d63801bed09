package dev.attune.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A tuning job without a service around it: asks a searcher for trials, evaluates them, and keeps the history. */
final class Run {
    private final Searcher searcher;
    private final SearchSpace space;
    private final long seed;
    final List<Observation> completed = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();
    final List<Suggestion> suggestions = new ArrayList<>();

    Run(Searcher searcher, SearchSpace space, long seed) {
        this.searcher = searcher;
        this.space = space;
        this.seed = seed;
    }

    SearchRequest request() {
        return new SearchRequest(space, Goal.MINIMIZE, completed, pending, seed, suggestions.size() + 1);
    }

    /** Starts a trial; false where the space is exhausted. */
    boolean start() {
        var suggestion = searcher.suggest(request());
        suggestion.ifPresent(found -> {
            suggestions.add(found);
            pending.add(new Pending(suggestions.size(), found.configuration()));
        });
        return suggestion.isPresent();
    }

    /** Ends the i-th pending trial; a NaN of the function is a failure. */
    void finish(int i, ToDoubleFunction<Configuration> function) {
        var trial = pending.remove(i);
        double value = function.applyAsDouble(trial.configuration());
        completed.add(new Observation(trial.trial(), trial.configuration(), Double.isNaN(value) ? null : value));
    }

    /** Runs trials one after the other. */
    Run sequentially(int trials, ToDoubleFunction<Configuration> function) {
        for (int i = 0; i < trials && start(); i++) {
            finish(0, function);
        }
        return this;
    }

    /** Runs trials so many at a time; which one ends next is as good as random, but fixed. */
    Run inParallel(int trials, int workers, ToDoubleFunction<Configuration> function) {
        int turn = 0;
        while (completed.size() < trials) {
            while (pending.size() < workers && suggestions.size() < trials && start()) {}
            finish(turn++ * 7 % pending.size(), function);
        }
        return this;
    }

    double best() {
        return successes().mapToDouble(Observation::value).min().orElse(Double.NaN);
    }

    /** That of the least value. */
    Configuration bestConfiguration() {
        return successes()
                .min(Comparator.comparingDouble(Observation::value))
                .orElseThrow()
                .configuration();
    }

    /** That of which a model expects the least value if it were tried again. */
    Configuration bestByModel(BayesianSearcher model) {
        return model.posterior(request()).orElseThrow().best().configuration();
    }

    private Stream<Observation> successes() {
        return completed.stream().filter(observation -> !observation.failed());
    }
}
