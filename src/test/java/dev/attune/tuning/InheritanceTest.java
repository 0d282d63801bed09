package dev.attune.tuning;

import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Configuration;
import dev.attune.search.Observation;
import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import dev.attune.training.TrainingStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parent's trials n have x1 = n and x2 = 1.5, in the ranges [-5, 10] and [0, 15], with a static 5 epochs. */
class InheritanceTest {
    private static final TuningDefinition PARENT = Jobs.branin(20, 2);

    private static TuningDefinition child(WarmStart.Kind kind, Map<String, String> statics, Parameter... tuned) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                PARENT.objective(),
                PARENT.limits(),
                new SearchSpace(List.of(tuned)),
                Map.of(),
                Jobs.training("attune/branin", List.of(new MetricDefinition("loss", "loss=(\\S+)")), statics),
                null,
                null,
                null,
                new WarmStart(kind, List.of("Churn")),
                null);
    }

    private static TuningDefinition identical(Parameter... tuned) {
        return child(WarmStart.Kind.IDENTICAL_DATA_AND_ALGORITHM, Map.of("epochs", "5"), tuned);
    }

    private static Parameter number(String name, double min, double max) {
        return new Parameter.Continuous(name, min, max, Scaling.AUTO);
    }

    private static Inheritance of(TuningDefinition child, Trial... trials) {
        return Inheritance.of(child, List.of(new TuningJobSnapshot(Trials.job(PARENT), List.of(trials), minute(60))));
    }

    private static Configuration configuration(String x1) {
        return new Configuration(Map.of("x1", x1, "x2", "1.5"));
    }

    @Test
    void successesWithTheSameDataAreObservationsOlderThanTheFirstTrial() {
        var child = identical(number("x1", -5, 10), number("x2", 0, 15));

        var inheritance = of(child, completed(1, 3.0), failed(2), completed(3, 2.0), completed(4, null));

        assertThat(inheritance.observations())
                .containsExactly(
                        new Observation(-1, configuration("1.0"), 3.0), new Observation(0, configuration("3.0"), 2.0));
        assertThat(inheritance.hints()).isEmpty();
        assertThat(inheritance.parents()).containsExactly(new Inheritance.Parent("Churn", null, 4, completed(3, 2.0)));
    }

    @Test
    void aTrialThatWasStoppedEarlyIsKnownAsTheParentsSearchKnewIt() {
        var child = identical(number("x1", -5, 10), number("x2", 0, 15));
        var stopped = read(4, TrainingStatus.STOPPED, 9, 7).judged(new Verdict(2, 7, 5.0, 3, null));

        var inheritance = of(
                child,
                read(1, TrainingStatus.COMPLETED, 9, 5, 2),
                read(2, TrainingStatus.COMPLETED, 9, 5, 3),
                read(3, TrainingStatus.COMPLETED, 9, 5, 4),
                stopped);

        assertThat(inheritance.observations())
                .extracting(Observation::value)
                .containsExactly(2.0, 3.0, 4.0, 5.0); // it had 7, and the others gained 2 from its epoch on
    }

    @Test
    void whatLiesOutsideTheNewRangesIsAHintAtTheNearestBound() {
        var child = identical(number("x1", 2, 3), number("x2", 0, 15));

        var inheritance = of(child, completed(1, 3.0), completed(2, 2.0), completed(9, 1.0));

        assertThat(inheritance.observations()).containsExactly(new Observation(0, configuration("2.0"), 2.0));
        assertThat(inheritance.hints()).containsExactly(configuration("3.0"), configuration("2.0"));
    }

    @Test
    void whatWasStaticIsKnownAtItsValueOnly() {
        var child = child(
                WarmStart.Kind.IDENTICAL_DATA_AND_ALGORITHM,
                Map.of("x2", "1.50"),
                number("x1", -5, 10),
                new Parameter.Whole("epochs", 1, 10, Scaling.AUTO));

        assertThat(of(child, completed(1, 3.0)).observations())
                .containsExactly(new Observation(0, new Configuration(Map.of("x1", "1.0", "epochs", "5")), 3.0));
    }

    @Test
    void whatHadAnotherStaticValueIsAHint() {
        var child = child(
                WarmStart.Kind.IDENTICAL_DATA_AND_ALGORITHM,
                Map.of("epochs", "6"),
                number("x1", -5, 10),
                number("x2", 0, 15));

        assertThat(of(child, completed(1, 3.0)).observations()).isEmpty();
        assertThat(of(child, completed(1, 3.0)).hints()).containsExactly(configuration("1.0"));
    }

    @Test
    void otherDataGiveHintsBestFirst() {
        var child = child(
                WarmStart.Kind.TRANSFER_LEARNING, Map.of("epochs", "5"), number("x1", -5, 10), number("x2", 0, 15));

        var inheritance = of(child, completed(1, 3.0), completed(2, 1.0), completed(3, 2.0));

        assertThat(inheritance.observations()).isEmpty();
        assertThat(inheritance.hints())
                .containsExactly(configuration("2.0"), configuration("3.0"), configuration("1.0"));
    }

    @Test
    void aCategoryThatIsNoLongerThereGivesNothing() {
        var child = child(
                WarmStart.Kind.TRANSFER_LEARNING,
                Map.of("x2", "1.5"),
                number("x1", -5, 10),
                new Parameter.Categorical("epochs", List.of("6", "7")));

        assertThat(of(child, completed(1, 3.0)).hints()).isEmpty();
    }

    @Test
    void ofVeryManyTrialsTheBestAndASpreadAreKept() {
        var child = identical(number("x1", -5, 10_000), number("x2", 0, 15));
        var trials = IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> completed(i, (double) i))
                .toArray(Trial[]::new);

        var observations = of(child, trials).observations();

        assertThat(observations).hasSize(500);
        assertThat(observations.get(0)).isEqualTo(new Observation(-499, configuration("1.0"), 1.0));
        assertThat(observations.get(499).value()).isBetween(4900.0, 5000.0);
    }

    @Test
    void severalParentsGiveHintsInTurns() {
        var child = child(
                WarmStart.Kind.TRANSFER_LEARNING, Map.of("epochs", "5"), number("x1", -5, 10), number("x2", 0, 15));
        var one = new TuningJobSnapshot(Trials.job(PARENT), List.of(completed(1, 1.0), completed(2, 2.0)), minute(60));
        var other =
                new TuningJobSnapshot(Trials.job(PARENT), List.of(completed(1, 9.0), completed(3, 0.0)), minute(60));

        assertThat(Inheritance.of(child, List.of(one, other)).hints())
                .containsExactly(configuration("1.0"), configuration("3.0"), configuration("2.0"));
    }
}
