package dev.attune.tuning;

import static dev.attune.tuning.Trials.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.search.Goal;
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RungRuleTest {
    /** Rungs at 1, 3 and 9. */
    private static final RungRule RULE = new RungRule(1, 27);

    @Test
    void theFirstAtARungGoesOn() {
        assertThat(verdict(number(0, 1), List.of(), 99)).isEmpty();
    }

    /** What numpy.quantile(values, 1/3) says of the values so far: with one to three of them one place, with four to six two. */
    @Test
    void onlyTheBestThirdGoesOn() {
        var before = new ArrayList<Trial>();
        var goesOn = new ArrayList<Boolean>();
        for (double loss : new double[] {5, 6, 4, 4.5, 4.2, 4.1, 4.3}) {
            int number = number(0, before.size() + 1);
            goesOn.add(verdict(number, before, loss).isEmpty());
            before.add(read(number, TrainingStatus.IN_PROGRESS, loss));
        }

        assertThat(goesOn).containsExactly(true, false, true, true, true, true, false);
    }

    @Test
    void saysWhatItWouldHaveTaken() {
        var before = List.of(running(0, 1, 1), running(0, 2, 2), running(0, 3, 3), running(0, 4, 4));

        assertThat(verdict(number(0, 5), before, 2.5)).contains(new Verdict(1, 2.5, 2.0, 5, 0));
    }

    @Test
    void betterIsHigherWhereMoreIsWanted() {
        var trial = running(0, 3, 2);
        var trials = List.of(running(0, 1, 1), running(0, 2, 3), trial);

        assertThat(RULE.judge(trial, trials, Goal.MAXIMIZE)).contains(new Verdict(1, 2, 3.0, 3, 0));
        assertThat(RULE.judge(trial, trials.subList(0, 1), Goal.MAXIMIZE)).isEmpty();
    }

    @Test
    void equalsGoOnTogether() {
        assertThat(verdict(number(0, 3), List.of(running(0, 1, 1), running(0, 2, 1)), 1))
                .isEmpty();
    }

    @Test
    void whoWasStoppedStillCounts() {
        var stopped = read(number(0, 1), TrainingStatus.STOPPED, 1);

        assertThat(verdict(number(0, 2), List.of(stopped), 2)).isPresent();
    }

    @Test
    void betweenTheRungsNobodyIsStopped() {
        var good = running(0, 1, 1, 1, 1, 1);

        assertThat(verdict(number(0, 2), List.of(good), 2, 2)).isEmpty();
        assertThat(verdict(number(0, 2), List.of(good), 2, 2, 2)).isPresent();
        assertThat(verdict(number(0, 2), List.of(good), 2, 2, 2, 2)).isEmpty();
    }

    @Test
    void aLaterBracketLeavesOutTheFirstRungs() {
        var first = running(1, 1, 1, 1, 1);

        assertThat(verdict(number(1, 2), List.of(first), 2)).isEmpty();
        assertThat(verdict(number(1, 2), List.of(first), 2, 2, 2)).isPresent();
    }

    @Test
    void theLastBracketStopsNobody() {
        var first = running(3, 1, new double[12]);

        for (int epochs : new int[] {1, 3, 9}) {
            var losses = new double[epochs];
            Arrays.fill(losses, 7);
            assertThat(verdict(number(3, 2), List.of(first), losses)).isEmpty();
        }
    }

    @Test
    void bracketsDoNotCompete() {
        assertThat(verdict(number(0, 1), List.of(running(1, 1, 1), running(2, 1, 1)), 2))
                .isEmpty();
    }

    @Test
    void nobodyIsStoppedBeforeTheLeastResource() {
        var rule = new RungRule(4, 10);
        var good = read(number(rule, 0, 1), TrainingStatus.IN_PROGRESS, 1, 1, 1, 1);

        for (int epochs = 1; epochs <= 4; epochs++) {
            var losses = new double[epochs];
            Arrays.fill(losses, 7);
            var trial = read(number(rule, 0, 2), TrainingStatus.IN_PROGRESS, losses);
            assertThat(rule.judge(trial, List.of(good, trial), Goal.MINIMIZE).isPresent())
                    .isEqualTo(epochs == 4);
        }
    }

    @Test
    void everybodyIsStoppedAtTheGreatestResource() {
        var trial = read(1, TrainingStatus.IN_PROGRESS, 3, 2, 1);
        var rule = new RungRule(1, 3);

        assertThat(rule.judge(trial, List.of(trial), Goal.MINIMIZE))
                .contains(new Verdict(3, 1, null, 0, rule.bracket(1)));
    }

    @Test
    void whoReportsOnlyEverySoOftenIsJudgedAtTheHighestRungThatIsReached() {
        var good = sparse(number(0, 1), 5, 1);
        var trial = sparse(number(0, 2), 5, 2);

        assertThat(RULE.judge(trial, List.of(good, trial), Goal.MINIMIZE)).contains(new Verdict(5, 2, 1.0, 2, 0));
    }

    @Test
    void bracketsAreFilledAsHyperbandFillsThem() {
        int trials = 4900;
        var counts = new int[4];
        IntStream.rangeClosed(1, trials).forEach(trial -> counts[RULE.bracket(trial)]++);

        // Li et al. 2018: (s + 1)⁻¹ 3ˢ for s = 3 … 0, which is 27 : 12 : 6 : 4.
        assertThat(counts[0] / (double) trials).isEqualTo(27 / 49.0, within(0.002));
        assertThat(counts[1] / (double) trials).isEqualTo(12 / 49.0, within(0.002));
        assertThat(counts[2] / (double) trials).isEqualTo(6 / 49.0, within(0.002));
        assertThat(counts[3] / (double) trials).isEqualTo(4 / 49.0, within(0.002));
    }

    @Test
    void anyRunOfTrialsHasItsShareOfEachBracket() {
        for (int first = 1; first < 500; first++) {
            var brackets = IntStream.range(first, first + 20).map(RULE::bracket);
            assertThat(brackets.filter(bracket -> bracket == 0).count()).isBetween(9L, 13L);
        }
    }

    @Test
    void oneResourceLeavesNothingToStop() {
        assertThat(IntStream.rangeClosed(1, 100).map(new RungRule(7, 7)::bracket))
                .containsOnly(0);
    }

    @Test
    void resourcesMustBeInOrder() {
        for (var wrong : List.of(new int[] {0, 3}, new int[] {4, 3}, new int[] {1, 20_001})) {
            assertThatThrownBy(() -> new RungRule(wrong[0], wrong[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The n-th trial of a bracket. */
    private static int number(int bracket, int n) {
        return number(RULE, bracket, n);
    }

    private static int number(RungRule rule, int bracket, int n) {
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> rule.bracket(number) == bracket)
                .skip(n - 1)
                .findFirst()
                .orElseThrow();
    }

    private static Trial running(int bracket, int n, double... losses) {
        return read(number(bracket, n), TrainingStatus.IN_PROGRESS, losses);
    }

    private static Trial sparse(int number, int epoch, double loss) {
        var report = new TrainingReport(
                TrainingStatus.IN_PROGRESS,
                List.of(),
                List.of(new MetricReading("loss", loss, Trials.minute(2), epoch)),
                Trials.minute(1),
                null,
                null,
                0,
                Trials.minute(9),
                Trials.minute(3));
        return Trials.launched(number).watched(report, "loss");
    }

    private static Optional<Verdict> verdict(int number, List<Trial> before, double... losses) {
        var trial = read(number, TrainingStatus.IN_PROGRESS, losses);
        var trials = new ArrayList<>(before);
        trials.add(trial);
        return RULE.judge(trial, trials, Goal.MINIMIZE);
    }
}
