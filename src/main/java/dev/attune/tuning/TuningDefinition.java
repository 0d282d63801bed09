package dev.attune.tuning;

import dev.attune.search.SearchSpace;
import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricDefinition;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for: the search, its bounds, and the training that it repeats. Legal by {@link DefinitionRules}.
 *
 * @param rangeTexts by hyperparameter, for the numeric ones
 * @param randomSeed the seed that the client chose for the job; null leaves it to the installation
 * @param criteria when to be content before the limits are reached; null for never
 * @param warmStart the earlier jobs that this one learns from; null for none
 * @param asked the request's own text, for an API that gives back more than is acted on; null where the other members say it all
 */
public record TuningDefinition(
        Strategy strategy,
        Objective objective,
        Limits limits,
        SearchSpace space,
        Map<String, RangeText> rangeTexts,
        TrainingDefinition training,
        @Nullable Integer randomSeed,
        @Nullable Criteria criteria,
        @Nullable WarmStart warmStart,
        @Nullable String asked) {
    public TuningDefinition {
        rangeTexts = Collections.unmodifiableMap(new TreeMap<>(rangeTexts));
    }

    /** A definition that says all there is to say. */
    public TuningDefinition(
            Strategy strategy,
            Objective objective,
            Limits limits,
            SearchSpace space,
            Map<String, RangeText> rangeTexts,
            TrainingDefinition training) {
        this(strategy, objective, limits, space, rangeTexts, training, null, null, null, null);
    }

    /** The same with the metric that the objective asks for, where it is not defined and the image brings it. */
    TuningDefinition withImageMetrics() {
        var metrics = training.metrics();
        if (metrics.stream().map(MetricDefinition::name).anyMatch(objective.metric()::equals)) {
            return this;
        }
        var all = Stream.concat(metrics.stream(), BuiltInMetrics.of(training.image(), objective.metric()).stream())
                .toList();
        return new TuningDefinition(
                strategy,
                objective,
                limits,
                space,
                rangeTexts,
                training.withMetrics(all),
                randomSeed,
                criteria,
                warmStart,
                asked);
    }
}
