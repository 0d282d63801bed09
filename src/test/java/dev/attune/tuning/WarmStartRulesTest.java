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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WarmStartRulesTest {
    private static final Parameter X = new Parameter.Continuous("x", 0, 1, Scaling.AUTO);
    private static final Parameter DEPTH = new Parameter.Whole("depth", 1, 3, Scaling.AUTO);
    private static final Parameter BOOSTER = new Parameter.Categorical("booster", List.of("gbtree", "dart"));
    private static final Objective LOSS = new Objective(Goal.MINIMIZE, "loss");

    private static TuningDefinition definition(
            Objective objective, List<Parameter> tuned, Map<String, String> statics) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                objective,
                new Limits(10, 1, null),
                new SearchSpace(tuned),
                Map.of(),
                Jobs.training("my/image", List.of(new MetricDefinition("loss", "loss=(\\S+)")), statics));
    }

    private static TuningJob parent(TuningDefinition definition, TuningStatus status) {
        var job = Trials.job(definition);
        return new TuningJob(
                job.key(),
                job.name(),
                definition,
                job.seed(),
                job.workloads(),
                job.createdAt(),
                job.origin(),
                status,
                null,
                job.updatedAt(),
                null,
                0);
    }

    private static void assertRefused(String message, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        TuningException.class, e -> assertThat(e.error()).isEqualTo(TuningError.INVALID))
                .hasMessage(message);
    }

    private static void check(TuningDefinition child, TuningDefinition parent) {
        WarmStartRules.check(child, List.of(parent(parent, TuningStatus.COMPLETED)));
    }

    @Test
    void aParentHasEndedInWhateverWay() {
        var definition = Jobs.branin(4, 2);

        for (var status : TuningStatus.values()) {
            var parents = List.of(parent(definition, status));
            if (status.terminal()) {
                assertThatCode(() -> WarmStartRules.checkEnded(parents)).doesNotThrowAnyException();
            } else {
                assertRefused(
                        "The parent tuning job [Churn] is not in a terminal state: its status is [" + status.word()
                                + "]. Wait until it has ended, or stop it.",
                        () -> WarmStartRules.checkEnded(parents));
            }
        }
    }

    @Test
    void aParentIsGivenOnce() {
        var parent = parent(Jobs.branin(4, 2), TuningStatus.COMPLETED);

        assertRefused(
                "The parent tuning job [Churn] is given more than once.",
                () -> WarmStartRules.checkEnded(List.of(parent, parent)));
    }

    @Test
    void thereIsOneAlgorithm() {
        var one = Jobs.branin(4, 2);
        var algorithm = one.algorithms().get(0);
        var several = new TuningDefinition(
                one.strategy(), one.limits(), List.of(algorithm, algorithm), null, null, null, null, null);

        assertRefused(
                "The tuning job has [2] training job definitions. Warm start is available only for tuning jobs with one.",
                () -> check(several, one));
        assertRefused(
                "The parent tuning job [Churn] has [2] training job definitions. Warm start is available only for tuning"
                        + " jobs with one.",
                () -> check(one, several));
    }

    @Test
    void theObjectiveIsTheSame() {
        var other = definition(new Objective(Goal.MAXIMIZE, "loss"), List.of(X), Map.of());

        assertRefused(
                "The objective [Minimize loss] must be the same as that of the parent tuning job [Churn],"
                        + " [Maximize loss].",
                () -> check(definition(LOSS, List.of(X), Map.of()), other));
    }

    @Test
    void theNamesOfAllHyperparametersAreTheSameStaticOrNot() {
        var parent = definition(LOSS, List.of(X), Map.of("depth", "3"));

        assertThatCode(() -> check(
                        definition(LOSS, List.of(DEPTH), Map.of("x", "1", "_tuning_objective_metric", "loss")), parent))
                .doesNotThrowAnyException();
        assertRefused(
                "The set of tunable plus static HyperParameter names is not the same across current and parent tuning"
                        + " jobs. Please ensure this set is constant when warm starting. Note that previously static"
                        + " HyperParameters can be tuned in warm start jobs and vice versa.",
                () -> check(definition(LOSS, List.of(X), Map.of("Depth", "3")), parent));
    }

    @Test
    void theTypeOfATunedHyperparameterStays() {
        assertRefused(
                "The hyperparameter [x] is [Continuous] and was [Integer] in the parent tuning job [Churn]. Its type"
                        + " must not change.",
                () -> check(
                        definition(LOSS, List.of(X), Map.of()),
                        definition(LOSS, List.of(new Parameter.Whole("x", 0, 1, Scaling.AUTO)), Map.of())));
    }

    @Test
    void tenStaticHyperparametersMayChangeAndEachCategoryCounts() {
        var parent = definition(LOSS, List.of(X, BOOSTER), numbered(0));

        assertThatCode(() -> check(definition(LOSS, List.of(X, BOOSTER), numbered(10)), parent))
                .doesNotThrowAnyException();
        assertChanges(11, definition(LOSS, List.of(X, BOOSTER), numbered(11)), parent);
        var fixed = numbered(9);
        fixed.put("booster", "dart");
        assertChanges(11, definition(LOSS, List.of(X), fixed), parent);
    }

    @Test
    void aChangedTextCountsTwiceAndANumberThatIsWrittenOtherwiseNot() {
        var parent = definition(LOSS, List.of(X), texts("a", "1.0"));

        assertThatCode(() -> check(definition(LOSS, List.of(X), texts("a", "1")), parent))
                .doesNotThrowAnyException();
        assertChanges(12, definition(LOSS, List.of(X), texts("b", "1")), parent);
    }

    private static void assertChanges(int changes, TuningDefinition child, TuningDefinition parent) {
        assertRefused(
                "The number of changes [" + changes
                        + "] of static hyperparameters against the parent tuning job [Churn]"
                        + " must be less than or equal to 10. Each value of a categorical hyperparameter counts.",
                () -> check(child, parent));
    }

    /** Twelve numbers, of which the first so many are changed. */
    private static Map<String, String> numbered(int changed) {
        return IntStream.range(0, 12)
                .boxed()
                .collect(Collectors.toMap(i -> "p" + i, i -> i < changed ? "1" : "0", (a, b) -> a, TreeMap::new));
    }

    /** Six texts and a number. */
    private static Map<String, String> texts(String text, String number) {
        var all = IntStream.range(0, 6).boxed().collect(Collectors.toMap(i -> "p" + i, i -> text));
        all.put("number", number);
        return all;
    }
}
