package dev.attune.tuning;

import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Goal;
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

    @ParameterizedTest
    @CsvSource({"MINIMIZE, 0.5, true", "MINIMIZE, 0.49, false", "MAXIMIZE, 0.7, true", "MAXIMIZE, 0.71, false"})
    void aTargetIsReachedByWhatIsAsGoodOrBetter(Goal goal, double target, boolean met) {
        assertThat(new Criteria(target, null).met(goal, ended(0.5, 0.7))).isEqualTo(met);
    }

    @Test
    void aTargetIsNotReachedByWhatHasNoValueYet() {
        assertThat(new Criteria(100.0, null).met(Goal.MINIMIZE, List.of(running(1), failed(2))))
                .isFalse();
    }

    @Test
    void countsWhatIsNotBetterByAHundredth() {
        assertThat(Criteria.notImproving(Goal.MINIMIZE, List.of())).isZero();
        assertThat(Criteria.notImproving(Goal.MINIMIZE, ended(1.0))).isZero();
        assertThat(Criteria.notImproving(Goal.MINIMIZE, ended(1.0, 0.995, 2.0))).isEqualTo(2);
        assertThat(Criteria.notImproving(Goal.MINIMIZE, ended(1.0, 2.0, 0.98))).isZero();
        assertThat(Criteria.notImproving(Goal.MAXIMIZE, ended(-1.0, -2.0, -0.98)))
                .isZero();
        assertThat(Criteria.notImproving(Goal.MAXIMIZE, ended(1.0, 0.5, 1.005, 1.005)))
                .isEqualTo(3);
    }

    @Test
    void goesByTheOrderOfEndsAndLeavesOutWhatHasNoValue() {
        var trials = List.of(completed(1, 1.0, minute(30)), completed(2, 2.0, minute(10)), failed(3), running(4));

        assertThat(Criteria.notImproving(Goal.MINIMIZE, trials)).isZero();
        assertThat(Criteria.notImproving(Goal.MAXIMIZE, trials)).isEqualTo(1);
    }

    @Test
    void enoughWithoutImprovementIsEnough() {
        var criteria = new Criteria(null, 3);

        assertThat(criteria.met(Goal.MINIMIZE, ended(1, 2, 2))).isFalse();
        assertThat(criteria.met(Goal.MINIMIZE, ended(1, 2, 2, 2))).isTrue();
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
                new Criteria(0.5, null),
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
