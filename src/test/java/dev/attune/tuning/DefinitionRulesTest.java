package dev.attune.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionRulesTest {
    private static final Parameter X = new Parameter.Continuous("x", 0, 1, Scaling.AUTO);
    private static final Parameter DEPTH = new Parameter.Whole("depth", 1, 3, Scaling.AUTO);
    private static final Parameter BOOSTER = new Parameter.Categorical("booster", List.of("gbtree", "dart"));
    private static final MetricDefinition LOSS = new MetricDefinition("loss", "loss=(\\S+)");

    @Test
    void somethingMustBeTuned() {
        assertRefused(definition(1, 1, List.of(), LOSS), "Provide at least one hyperparameter range to tune.");
        assertLegal(definition(1, 1, List.of(X), LOSS));
    }

    @Test
    void whatIsTunedMustNotBeStatic() {
        var epochs = new Parameter.Whole("epochs", 1, 5, Scaling.AUTO);

        assertRefused(
                definition(1, 1, List.of(X, epochs), LOSS),
                "The hyperparameter [epochs] is both static and tunable. Remove it from the static hyperparameters or"
                        + " from the ranges.");
        assertLegal(definition(1, 1, List.of(new Parameter.Whole("Epochs", 1, 5, Scaling.AUTO)), LOSS));
    }

    @Test
    void noMoreMayRunAtOnceThanInAll() {
        assertRefused(
                definition(2, 3, List.of(X), LOSS),
                "The MaxParallelTrainingJobs [3] must be less than or equal to the MaxNumberOfTrainingJobs [2].");
        assertLegal(definition(3, 3, List.of(X), LOSS));
    }

    @Test
    void theObjectiveMustBeMeasured() {
        var other = new MetricDefinition("Loss", "loss=(\\S+)");

        assertRefused(
                definition(1, 1, List.of(X), other),
                "A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric"
                        + " definitions.");
        assertLegal(definition(1, 1, List.of(X), other, LOSS));
    }

    @Test
    void everyMetricMustBeReadable() {
        assertThatThrownBy(() -> DefinitionRules.check(
                        definition(1, 1, List.of(X), LOSS, new MetricDefinition("accuracy", "acc=([0-9"))))
                .isInstanceOf(TuningException.class)
                .hasMessageStartingWith("The regular expression [acc=([0-9] of the metric [accuracy] cannot be used: ");
    }

    @Test
    void thereMustBeAsManyCombinationsAsTrials() {
        assertRefused(
                definition(7, 1, List.of(DEPTH, BOOSTER), LOSS),
                "You don't have enough combinations of hyperparameter ranges. The total number of hyperparameter"
                        + " combinations for the provided ranges [6.0] must be equal or greater than the value of"
                        + " MaxNumberOfJobs, [7]. Provide additional ranges.");
        assertLegal(definition(6, 1, List.of(DEPTH, BOOSTER), LOSS));
        assertLegal(definition(500, 1, List.of(DEPTH, BOOSTER, X), LOSS));
    }

    @Test
    void aGridIsOfCategoriesAndTriesThemAll() {
        assertRefused(
                grid(6, DEPTH, BOOSTER),
                "The hyperparameter [depth] must be categorical: the Grid strategy takes categorical hyperparameter"
                        + " ranges only.");
        for (int wrong : new int[] {1, 3}) {
            assertRefused(
                    grid(wrong, BOOSTER),
                    "The MaxNumberOfTrainingJobs [" + wrong + "] of the Grid strategy must be equal to the number of"
                            + " hyperparameter combinations [2.0]. It may be left out.");
        }
        assertLegal(grid(2, BOOSTER));
    }

    private static TuningDefinition several(int trials, Algorithm... algorithms) {
        return new TuningDefinition(
                Strategy.BAYESIAN, new Limits(trials, 1, null), List.of(algorithms), null, null, null, null, null);
    }

    private static Algorithm algorithm(String name, Goal goal, Parameter parameter) {
        return new Algorithm(
                name,
                new Objective(goal, "loss"),
                new SearchSpace(List.of(parameter)),
                Map.of(),
                Jobs.training("my/image", List.of(LOSS)));
    }

    @Test
    void severalAlgorithmsHaveEachAName() {
        var trees = algorithm("trees", Goal.MINIMIZE, X);

        assertRefused(
                several(1, trees, algorithm("nets", Goal.MINIMIZE, X), trees),
                "The DefinitionName [trees] is given more than once. The names of training job definitions must be"
                        + " unique.");
        assertLegal(several(1, trees, algorithm("nets", Goal.MINIMIZE, X)));
    }

    @Test
    void severalAlgorithmsImproveInOneDirection() {
        assertRefused(
                several(1, algorithm("trees", Goal.MINIMIZE, X), algorithm("nets", Goal.MAXIMIZE, X)),
                "The Type of the TuningObjective of the training job definition [nets] must be the same as that of the"
                        + " others. Otherwise there is no best training job.");
    }

    @Test
    void theCombinationsOfAllAlgorithmsCount() {
        var trees = algorithm("trees", Goal.MINIMIZE, DEPTH);
        var nets = algorithm("nets", Goal.MINIMIZE, BOOSTER);

        assertLegal(several(5, trees, nets));
        assertRefused(
                several(6, trees, nets),
                "You don't have enough combinations of hyperparameter ranges. The total number of hyperparameter"
                        + " combinations for the provided ranges [5.0] must be equal or greater than the value of"
                        + " MaxNumberOfJobs, [6]. Provide additional ranges.");
    }

    private static TuningDefinition grid(int trials, Parameter... parameters) {
        var bayesian = definition(trials, 1, List.of(parameters), LOSS);
        return new TuningDefinition(
                Strategy.GRID,
                bayesian.objective(),
                bayesian.limits(),
                bayesian.space(),
                bayesian.rangeTexts(),
                bayesian.training());
    }

    private static void assertLegal(TuningDefinition definition) {
        assertThatCode(() -> DefinitionRules.check(definition)).doesNotThrowAnyException();
    }

    private static void assertRefused(TuningDefinition definition, String message) {
        assertThatThrownBy(() -> DefinitionRules.check(definition))
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(TuningError.INVALID))
                .hasMessage(message);
    }

    private static TuningDefinition definition(
            int trials, int parallel, List<Parameter> parameters, MetricDefinition... metrics) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(trials, parallel, null),
                new SearchSpace(parameters),
                Map.of(),
                Jobs.training("my/image", List.of(metrics)));
    }
}
