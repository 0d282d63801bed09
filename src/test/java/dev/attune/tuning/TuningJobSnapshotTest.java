package dev.attune.tuning;

import static dev.attune.tuning.Trials.completed;
import static dev.attune.tuning.Trials.failed;
import static dev.attune.tuning.Trials.launched;
import static dev.attune.tuning.Trials.minute;
import static dev.attune.tuning.Trials.running;
import static dev.attune.tuning.Trials.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Goal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TuningJobSnapshotTest {
    @Test
    void theBestHasTheLowestObjectiveWhereItIsMinimised() {
        assertThat(best(Goal.MINIMIZE, completed(1, 2.0), completed(2, -3.0), completed(3, 1.0)))
                .isEqualTo(2);
    }

    @Test
    void theBestHasTheHighestObjectiveWhereItIsMaximised() {
        assertThat(best(Goal.MAXIMIZE, completed(1, 2.0), completed(2, -3.0), completed(3, 1.0)))
                .isEqualTo(1);
    }

    @Test
    void theBestOfEqualsIsTheEarlier() {
        assertThat(best(Goal.MINIMIZE, completed(1, 2.0), completed(2, 1.0), completed(3, 1.0)))
                .isEqualTo(2);
    }

    @Test
    void aStoppedTrialCanBeTheBest() {
        assertThat(best(Goal.MINIMIZE, completed(1, 2.0), stopped(2, 1.0))).isEqualTo(2);
    }

    @Test
    void nothingIsBestWhereNothingSucceeded() {
        var trials = List.of(failed(1), completed(2, null), running(3));

        assertThat(snapshot(Goal.MINIMIZE, trials).best()).isEmpty();
    }

    @Test
    void countsEachTrialOnce() {
        var trials = List.of(completed(1, 1.0), failed(2), stopped(3, null), running(4), launched(5), running(6));

        var counts = snapshot(Goal.MINIMIZE, trials).counts();

        assertThat(counts).isEqualTo(new TrialCounts(1, 1, 1, 1, 2));
        assertThat(counts.total()).isEqualTo(6);
        assertThat(counts.ended()).isEqualTo(3);
    }

    @Test
    void addsUpWhatWasUsedAndWhatIsBeingUsed() {
        var trials = List.of(completed(1, 1.0), failed(2), running(3), launched(4));

        var snapshot = snapshot(Goal.MINIMIZE, trials);

        assertThat(snapshot.finishedComputeTime()).isEqualTo(Duration.ofMinutes(9 + 9));
        assertThat(snapshot.inFlightComputeTime()).isEqualTo(Duration.ofMinutes(19));
    }

    @Test
    void countsEachInstance() {
        var definition = Jobs.branin(10, 2);
        var training = definition.training();
        var wide = new TrainingDefinition(
                training.image(),
                training.inputMode(),
                training.staticHyperParameters(),
                training.metrics(),
                training.roleArn(),
                training.inputs(),
                training.output(),
                new TrainingDefinition.Cluster("ml.m4.xlarge", 3, 10, null),
                training.maxRuntime());
        var job = Trials.job(new TuningDefinition(
                definition.strategy(),
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                wide));

        assertThat(new TuningJobSnapshot(job, List.of(completed(1, 1.0)), minute(20)).finishedComputeTime())
                .isEqualTo(Duration.ofMinutes(27));
    }

    private static int best(Goal goal, Trial... trials) {
        return snapshot(goal, List.of(trials)).best().orElseThrow().number();
    }

    private static TuningJobSnapshot snapshot(Goal goal, List<Trial> trials) {
        var definition = Jobs.branin(10, 2);
        var job = Trials.job(new TuningDefinition(
                definition.strategy(),
                new Objective(goal, "loss"),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                definition.training()));
        return new TuningJobSnapshot(job, trials, minute(20));
    }
}
