package dev.attune.tuning;

import static dev.attune.tuning.Trials.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Goal;
import dev.attune.training.TrainingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Averages and medians were computed by hand. */
class MedianRuleTest {
    private static final MedianRule RULE = new MedianRule(3);
    /** Averages of the first two epochs: 8, 6 and 4; of all four: 5, 4 and 3. */
    private static final List<Trial> COMPLETED = List.of(
            read(1, TrainingStatus.COMPLETED, 10, 6, 3, 1),
            read(2, TrainingStatus.COMPLETED, 8, 4, 3, 1),
            read(3, TrainingStatus.COMPLETED, 6, 2, 2, 2));

    @Test
    void stopsWhatIsWorseThanTheMedianOfTheAveragesUpToTheSameEpoch() {
        assertThat(verdict(Goal.MINIMIZE, running(9, 6.5))).isEqualTo(new Verdict(2, 6.5, 6.0, 3, null));
        assertThat(verdict(Goal.MINIMIZE, running(9, 9, 9, 4.5))).isEqualTo(new Verdict(4, 4.5, 4.0, 3, null));
    }

    @Test
    void letsGoOnWhatIsAsGoodAsTheMedian() {
        assertThat(verdict(Goal.MINIMIZE, running(9, 6))).isNull();
        assertThat(verdict(Goal.MAXIMIZE, running(0, 6))).isNull();
    }

    @Test
    void onlyTheLastValueOfTheTrialItselfCounts() {
        assertThat(verdict(Goal.MINIMIZE, running(99, 99, 99, 3.9))).isNull();
        assertThat(verdict(Goal.MINIMIZE, running(0, 0, 0, 4.1))).isNotNull();
    }

    @Test
    void worseIsLowerWhereMoreIsWanted() {
        assertThat(verdict(Goal.MAXIMIZE, running(9, 5.5))).isEqualTo(new Verdict(2, 5.5, 6.0, 3, null));
        assertThat(verdict(Goal.MAXIMIZE, running(9, 6.5))).isNull();
    }

    @Test
    void ofAnEvenNumberTheMedianIsTheMiddle() {
        var stopped = read(4, TrainingStatus.STOPPED, 12, 8);

        assertThat(verdict(Goal.MINIMIZE, running(9, 7.5), stopped)).isEqualTo(new Verdict(2, 7.5, 7.0, 4, null));
    }

    @Test
    void earlierTrialsThatWereStoppedCountAsFarAsTheyCame() {
        var stopped = read(4, TrainingStatus.STOPPED, 0, 0);

        assertThat(verdict(Goal.MINIMIZE, running(9, 5.5), stopped)).isEqualTo(new Verdict(2, 5.5, 5.0, 4, null));
        assertThat(verdict(Goal.MINIMIZE, running(9, 9, 5.5), stopped)).isEqualTo(new Verdict(3, 5.5, 5.0, 3, null));
    }

    @Test
    void failedAndRunningTrialsDoNotCount() {
        var failed = read(4, TrainingStatus.FAILED, 0, 0);
        var running = read(5, TrainingStatus.IN_PROGRESS, 0, 0);

        assertThat(verdict(Goal.MINIMIZE, running(9, 5.5), failed, running)).isNull();
    }

    @Test
    void nothingIsStoppedBeforeEnoughHaveCompleted() {
        var trial = running(99, 99);
        var two = new ArrayList<>(COMPLETED.subList(0, 2));
        two.add(read(4, TrainingStatus.STOPPED, 1, 1));
        two.add(trial);

        assertThat(RULE.judge(trial, two, Goal.MINIMIZE)).isEmpty();
        assertThat(MedianRule.AUTO.completions()).isEqualTo(10);
    }

    @Test
    void nothingIsStoppedInTheFirstQuarterOfItsEpochs() {
        var twelve = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> read(number, TrainingStatus.COMPLETED, new double[12]))
                .toList();

        assertThat(verdict(twelve, running(9, 9))).isNull();
        assertThat(verdict(twelve, running(9, 9, 9))).isEqualTo(new Verdict(3, 9, 0.0, 3, null));
    }

    private static Trial running(double... losses) {
        return read(9, TrainingStatus.IN_PROGRESS, losses);
    }

    private static Verdict verdict(Goal goal, Trial trial, Trial... others) {
        var trials = new ArrayList<>(COMPLETED);
        trials.addAll(List.of(others));
        trials.add(trial);
        return RULE.judge(trial, trials, goal).orElse(null);
    }

    private static Verdict verdict(List<Trial> completed, Trial trial) {
        var trials = new ArrayList<>(completed);
        trials.add(trial);
        return RULE.judge(trial, trials, Goal.MINIMIZE).orElse(null);
    }
}
