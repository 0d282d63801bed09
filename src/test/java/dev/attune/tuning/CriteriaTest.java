package dev.attune.tuning;

import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTest {
    /** Trials that end one after the other. */
    private static List<Trial> ended(double... losses) {
        return IntStream.range(0, losses.length)
                .mapToObj(i -> completed(i + 1, losses[i], minute(10 + i)))
                .toList();
    }

    private static TuningDefinition towards(Goal goal) {
        var plain = Jobs.branin(100, 2);
        return new TuningDefinition(
                plain.strategy(),
                new Objective(goal, "loss"),
                plain.limits(),
                plain.space(),
                plain.rangeTexts(),
                plain.training());
    }

    @ParameterizedTest
    @CsvSource({"MINIMIZE, 0.5, true", "MINIMIZE, 0.49, false", "MAXIMIZE, 0.7, true", "MAXIMIZE, 0.71, false"})
    void aTargetIsReachedByWhatIsAsGoodOrBetter(Goal goal, double target, boolean met) {
        assertThat(new Criteria(target, null, false).met(towards(goal), ended(0.5, 0.7)))
                .isEqualTo(met);
    }

    @Test
    void aTargetIsNotReachedByWhatHasNoValueYet() {
        assertThat(new Criteria(100.0, null, false).met(towards(Goal.MINIMIZE), List.of(running(1), failed(2))))
                .isFalse();
    }

    @Test
    void countsWhatIsNotBetterByAHundredth() {
        assertThat(Stagnation.now(Goal.MINIMIZE, List.of())).isZero();
        assertThat(Stagnation.now(Goal.MINIMIZE, ended(1.0))).isZero();
        assertThat(Stagnation.now(Goal.MINIMIZE, ended(1.0, 0.995, 2.0))).isEqualTo(2);
        assertThat(Stagnation.now(Goal.MINIMIZE, ended(1.0, 2.0, 0.98))).isZero();
        assertThat(Stagnation.now(Goal.MAXIMIZE, ended(-1.0, -2.0, -0.98))).isZero();
        assertThat(Stagnation.now(Goal.MAXIMIZE, ended(1.0, 0.5, 1.005, 1.005))).isEqualTo(3);
    }

    @Test
    void goesByTheOrderOfEndsAndLeavesOutWhatHasNoValue() {
        var trials = List.of(completed(1, 1.0, minute(30)), completed(2, 2.0, minute(10)), failed(3), running(4));

        assertThat(Stagnation.now(Goal.MINIMIZE, trials)).isZero();
        assertThat(Stagnation.now(Goal.MAXIMIZE, trials)).isEqualTo(1);
    }

    @Test
    void enoughWithoutImprovementIsEnough() {
        var criteria = new Criteria(null, 3, false);

        assertThat(criteria.met(towards(Goal.MINIMIZE), ended(1, 2, 2))).isFalse();
        assertThat(criteria.met(towards(Goal.MINIMIZE), ended(1, 2, 2, 2))).isTrue();
    }

    @Test
    void convergedIsWhatHasNotImprovedForAsLongAsItTookAndForItsPatienceAtLeast() {
        var criteria = new Criteria(null, null, true);
        var definition = towards(Goal.MINIMIZE);

        assertThat(definition.patience()).isEqualTo(14); // in two dimensions
        assertThat(criteria.met(definition, falling(2, 13))).isFalse();
        assertThat(criteria.met(definition, falling(2, 14))).isTrue();
        assertThat(criteria.met(definition, falling(20, 19))).isFalse();
        assertThat(criteria.met(definition, falling(20, 20))).isTrue();
        assertThat(new Criteria(null, null, false).met(definition, falling(20, 80)))
                .isFalse();
    }

    @Test
    void aSearchConvergedAtTheEndOfTheTrialThatShowedItWhateverCameLater() {
        var trials = new ArrayList<>(falling(1, 14));
        var last = trials.get(trials.size() - 1);
        trials.add(completed(16, -100.0, minute(500)));

        assertThat(Stagnation.convergedAt(Goal.MINIMIZE, 14, trials)).isEqualTo(last.endedAt());
        assertThat(Stagnation.convergedAt(Goal.MINIMIZE, 15, trials)).isNull();
    }

    @Test
    void severalAlgorithmsHaveThePatienceOfAll() {
        var algorithm = Jobs.branin(1, 1).algorithms().get(0);
        var definition = new TuningDefinition(
                Strategy.RANDOM, new Limits(1, 1, null), List.of(algorithm, algorithm), null, null, null, null, null);

        assertThat(definition.patience()).isEqualTo(28);
    }

    /** So many that are each better than the one before, and so many that are not. */
    private static List<Trial> falling(int better, int worse) {
        return ended(IntStream.range(0, better + worse)
                .mapToDouble(i -> i < better ? 100 - i * 2.0 : 200)
                .toArray());
    }

    @Test
    void aJobThatIsContentStopsWhatRunsAndCompletes() {
        var plain = Jobs.branin(10, 2);
        var job = Trials.job(new TuningDefinition(
                plain.strategy(),
                plain.objective(),
                plain.limits(),
                plain.space(),
                plain.rangeTexts(),
                plain.training(),
                null,
                new Criteria(0.5, null, false),
                null,
                null,
                null));
        var running = running(2);

        var content = TuningStep.plan(job, List.of(completed(1, 0.4), running), minute(10));
        var wanting = TuningStep.plan(job, List.of(completed(1, 0.6), running), minute(10));

        assertThat(content).isEqualTo(new Plan(List.of(running), 0, Ending.COMPLETED, false));
        assertThat(wanting.ending()).isNull();
        assertThat(Stream.of(wanting.launch())).containsExactly(1);
    }
}
