package dev.attune.tuning;

import static dev.attune.tuning.Trials.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Goal;
import dev.attune.training.TrainingStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    private static final Verdict WORSE = new Verdict(2, 7, 5.0, 3, null);
    /** From the second epoch on they gain 3, 2 and 1; they end at 2, 3 and 4. */
    private static final List<Trial> COMPLETED = List.of(
            read(1, TrainingStatus.COMPLETED, 9, 5, 2),
            read(2, TrainingStatus.COMPLETED, 9, 5, 3),
            read(3, TrainingStatus.COMPLETED, 9, 5, 4));

    private final Estimates estimates = Estimates.of(Goal.MINIMIZE, COMPLETED);

    @Test
    void aStoppedTrialIsGivenWhatOthersGainedFromItsEpochOn() {
        var stopped = read(4, TrainingStatus.STOPPED, 9, 7).judged(WORSE);

        assertThat(estimates.of(stopped)).isEqualTo(5);
    }

    @Test
    void aStoppedTrialIsNeverAmongTheBetterHalf() {
        var stopped = read(4, TrainingStatus.STOPPED, 9, 4).judged(WORSE);

        assertThat(estimates.of(stopped)).isEqualTo(3);
    }

    @Test
    void whereMoreIsWantedTheGainIsUpwards() {
        var rising = Estimates.of(
                Goal.MAXIMIZE,
                List.of(
                        read(1, TrainingStatus.COMPLETED, 1, 5, 7),
                        read(2, TrainingStatus.COMPLETED, 1, 5, 8),
                        read(3, TrainingStatus.COMPLETED, 1, 5, 9)));

        assertThat(rising.of(read(4, TrainingStatus.STOPPED, 1, 2).judged(WORSE)))
                .isEqualTo(5);
        assertThat(rising.of(read(4, TrainingStatus.STOPPED, 1, 6).judged(WORSE)))
                .isEqualTo(8);
    }

    @Test
    void allOtherTrialsAreWhatTheyAre() {
        var allEpochs = new Verdict(2, 7, null, 0, 1);

        assertThat(estimates.of(COMPLETED.get(0))).isEqualTo(2);
        assertThat(estimates.of(read(4, TrainingStatus.STOPPED, 9, 7))).isEqualTo(7);
        assertThat(estimates.of(read(4, TrainingStatus.STOPPED, 9, 7).judged(allEpochs)))
                .isEqualTo(7);
        assertThat(estimates.of(read(4, TrainingStatus.FAILED, 9, 7).judged(WORSE)))
                .isNull();
    }

    @Test
    void whereNothingHasCompletedTheValueStands() {
        var stopped = read(4, TrainingStatus.STOPPED, 9, 7).judged(WORSE);

        assertThat(Estimates.of(Goal.MINIMIZE, List.of(stopped)).of(stopped)).isEqualTo(7);
    }

    @Test
    void nothingInfiniteIsEverTold() {
        var huge = Double.MAX_VALUE;
        var rising = Estimates.of(Goal.MINIMIZE, List.of(read(1, TrainingStatus.COMPLETED, 1, -huge, huge)));

        assertThat(rising.of(read(4, TrainingStatus.STOPPED, 1, huge).judged(WORSE)))
                .isEqualTo(huge);
    }
}
