package dev.attune.tuning;

import dev.attune.search.SearchSpace;
import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricDefinition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the algorithms that a tuning job tunes: what it is to improve, over which hyperparameters, and how it is trained. Each has a history
 * and a search of its own.
 *
 * @param name as the client calls it; null where he does not, which only a job's single algorithm may be
 * @param rangeTexts by hyperparameter, for the numeric ones
 */
public record Algorithm(
        @Nullable String name,
        Objective objective,
        SearchSpace space,
        Map<String, RangeText> rangeTexts,
        TrainingDefinition training) {
    public Algorithm {
        rangeTexts = Collections.unmodifiableMap(new TreeMap<>(rangeTexts));
    }

    /** The same with the metrics that the image brings, where the one that the objective asks for is not defined. */
    Algorithm withImageMetrics() {
        var metrics = training.metrics();
        var names = metrics.stream().map(MetricDefinition::name).collect(Collectors.toSet());
        if (names.contains(objective.metric())) {
            return this;
        }
        var brought = BuiltInMetrics.of(training.image(), objective.metric()).stream()
                .filter(metric -> !names.contains(metric.name()));
        var all = Stream.concat(metrics.stream(), brought).toList();
        return new Algorithm(name, objective, space, rangeTexts, training.withMetrics(all));
    }

    /** The same for training jobs that are created with these tags. */
    Algorithm withTags(List<Tag> tags) {
        return new Algorithm(name, objective, space, rangeTexts, training.withTags(tags));
    }
}
