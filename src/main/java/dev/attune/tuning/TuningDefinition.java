package dev.attune.tuning;

import dev.attune.search.Goal;
import dev.attune.search.SearchSpace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for: the search, its bounds, and the algorithms that it tunes. Legal by {@link DefinitionRules}.
 *
 * @param algorithms at least one
 * @param randomSeed the seed that the client chose for the job; null leaves it to the installation
 * @param criteria when to be content before the limits are reached; null for never
 * @param stopping what stops training jobs before their end; null where nothing does
 * @param warmStart the earlier jobs that this one learns from; null for none
 * @param asked the request's own text, for an API that gives back more than is acted on; null where the other members say it all
 */
public record TuningDefinition(
        Strategy strategy,
        Limits limits,
        List<Algorithm> algorithms,
        @Nullable Integer randomSeed,
        @Nullable Criteria criteria,
        @Nullable StoppingRule stopping,
        @Nullable WarmStart warmStart,
        @Nullable String asked) {
    public TuningDefinition {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("A tuning job has at least one algorithm");
        }
    }

    /** A definition of one algorithm. */
    public TuningDefinition(
            Strategy strategy,
            Objective objective,
            Limits limits,
            SearchSpace space,
            Map<String, RangeText> rangeTexts,
            TrainingDefinition training,
            @Nullable Integer randomSeed,
            @Nullable Criteria criteria,
            @Nullable StoppingRule stopping,
            @Nullable WarmStart warmStart,
            @Nullable String asked) {
        this(
                strategy,
                limits,
                List.of(new Algorithm(null, objective, space, rangeTexts, training)),
                randomSeed,
                criteria,
                stopping,
                warmStart,
                asked);
    }

    /** A definition of one algorithm that says all there is to say. */
    public TuningDefinition(
            Strategy strategy,
            Objective objective,
            Limits limits,
            SearchSpace space,
            Map<String, RangeText> rangeTexts,
            TrainingDefinition training) {
        this(strategy, objective, limits, space, rangeTexts, training, null, null, null, null, null);
    }

    /** The algorithm that a trial trains. */
    public Algorithm algorithm(Trial trial) {
        return algorithms.get(trial.algorithm());
    }

    /** The numbers of the algorithms in the order in which they may have the next trial: fewest trials first, then the client's order. */
    public List<Integer> turns(List<Trial> trials) {
        var counts = new int[algorithms.size()];
        trials.forEach(trial -> counts[trial.algorithm()]++);
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparing(i -> counts[i]))
                .toList();
    }

    /** Which direction is better: the same for all algorithms. */
    public Goal goal() {
        return objective().goal();
    }

    /** How many configurations all algorithms have together; infinite with a continuum among them. */
    double combinations() {
        return algorithms.stream()
                .mapToDouble(algorithm -> algorithm.space().combinations())
                .sum();
    }

    /**
     * After how many successes without an improvement the search may be held for converged: for each algorithm ten, which is the largest
     * initial design, and two a dimension.
     */
    int patience() {
        return algorithms.stream()
                .mapToInt(algorithm -> 10 + 2 * algorithm.space().dimensions())
                .sum();
    }

    /** That of the only algorithm, or of the first. */
    public Objective objective() {
        return algorithms.get(0).objective();
    }

    /** That of the only algorithm, or of the first. */
    public SearchSpace space() {
        return algorithms.get(0).space();
    }

    /** Those of the only algorithm, or of the first. */
    public Map<String, RangeText> rangeTexts() {
        return algorithms.get(0).rangeTexts();
    }

    /** That of the only algorithm, or of the first. */
    public TrainingDefinition training() {
        return algorithms.get(0).training();
    }

    /** The same with the metrics that objectives ask for, where they are not defined and the images bring them. */
    TuningDefinition withImageMetrics() {
        return with(Algorithm::withImageMetrics);
    }

    /** The same for training jobs that are created with these tags. */
    TuningDefinition withTags(List<Tag> tags) {
        return tags.isEmpty() ? this : with(algorithm -> algorithm.withTags(tags));
    }

    private TuningDefinition with(UnaryOperator<Algorithm> change) {
        return new TuningDefinition(
                strategy,
                limits,
                algorithms.stream().map(change).toList(),
                randomSeed,
                criteria,
                stopping,
                warmStart,
                asked);
    }
}
