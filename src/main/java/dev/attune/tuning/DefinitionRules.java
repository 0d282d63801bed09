package dev.attune.tuning;

import dev.attune.search.Parameter;
import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricPattern;
import java.util.HashSet;
import java.util.List;

/** The rules that a legal definition keeps and that no single member can break alone. */
final class DefinitionRules {
    private DefinitionRules() {}

    /**
     * Checks all rules.
     *
     * @throws TuningException INVALID, with AWS's text where it is known
     */
    static void check(TuningDefinition definition) {
        algorithmsCompare(definition.algorithms());
        definition.algorithms().forEach(DefinitionRules::tunableIsNotStatic);
        gridIsOfCategories(definition);
        limitsFit(definition.limits());
        for (var algorithm : definition.algorithms()) {
            objectiveIsMeasured(algorithm);
            metricsAreReadable(algorithm.training().metrics());
        }
        combinationsSuffice(definition);
    }

    private static void algorithmsCompare(List<Algorithm> algorithms) {
        var names = new HashSet<String>();
        for (var algorithm : algorithms) {
            require(
                    algorithms.size() == 1 || names.add(String.valueOf(algorithm.name())),
                    "The DefinitionName [" + algorithm.name()
                            + "] is given more than once. The names of training job definitions must be unique.");
            require(
                    algorithm.objective().goal()
                            == algorithms.get(0).objective().goal(),
                    "The Type of the TuningObjective of the training job definition [" + algorithm.name()
                            + "] must be the same as that of the others. Otherwise there is no best training job.");
        }
    }

    private static void tunableIsNotStatic(Algorithm algorithm) {
        require(!algorithm.space().parameters().isEmpty(), "Provide at least one hyperparameter range to tune.");
        for (var parameter : algorithm.space().parameters()) {
            require(
                    !algorithm.training().staticHyperParameters().containsKey(parameter.name()),
                    "The hyperparameter [" + parameter.name()
                            + "] is both static and tunable. Remove it from the static hyperparameters or from the"
                            + " ranges.");
        }
    }

    // AWS: a grid has categorical ranges only, and MaxNumberOfTrainingJobs is the number of its combinations.
    private static void gridIsOfCategories(TuningDefinition definition) {
        if (definition.strategy() != Strategy.GRID) {
            return;
        }
        var parameters = definition.algorithms().stream().flatMap(algorithm -> algorithm.space().parameters().stream());
        for (var parameter : parameters.toList()) {
            require(
                    parameter instanceof Parameter.Categorical,
                    "The hyperparameter [" + parameter.name()
                            + "] must be categorical: the Grid strategy takes categorical hyperparameter ranges only.");
        }
        var combinations = definition.combinations();
        var wanted = definition.limits().maxTrials();
        require(
                wanted == combinations,
                "The MaxNumberOfTrainingJobs [" + wanted + "] of the Grid strategy must be equal to the number of"
                        + " hyperparameter combinations [" + combinations + "]. It may be left out.");
    }

    private static void limitsFit(Limits limits) {
        require(
                limits.maxParallel() <= limits.maxTrials(),
                "The MaxParallelTrainingJobs [" + limits.maxParallel()
                        + "] must be less than or equal to the MaxNumberOfTrainingJobs [" + limits.maxTrials() + "].");
    }

    // AWS: the text of a real ValidationException.
    private static void objectiveIsMeasured(Algorithm algorithm) {
        var metrics = algorithm.training().metrics();
        require(
                metrics.stream()
                        .map(MetricDefinition::name)
                        .anyMatch(algorithm.objective().metric()::equals),
                "A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric"
                        + " definitions.");
    }

    static void metricsAreReadable(List<MetricDefinition> metrics) {
        for (var metric : metrics) {
            try {
                MetricPattern.of(metric);
            } catch (IllegalArgumentException e) {
                throw new TuningException(TuningError.INVALID, String.valueOf(e.getMessage()));
            }
        }
    }

    // AWS: the text of a real ValidationException, which prints the count as a double and the limit as a whole number.
    private static void combinationsSuffice(TuningDefinition definition) {
        var combinations = definition.combinations();
        var wanted = definition.limits().maxTrials();
        require(
                combinations >= wanted,
                "You don't have enough combinations of hyperparameter ranges. The total number of hyperparameter"
                        + " combinations for the provided ranges [" + combinations
                        + "] must be equal or greater than the value of MaxNumberOfJobs, [" + wanted
                        + "]. Provide additional ranges.");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
