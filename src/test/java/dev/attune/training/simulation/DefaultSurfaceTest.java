package dev.attune.training.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.training.MetricDefinition;
import dev.attune.training.TrainingJob;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultSurfaceTest {
    private static final DefaultSurface SURFACE = new DefaultSurface();

    /** A job at a drawn place of a space with four numbers and a category. */
    private static TestJobs drawn(String image, int trial) {
        var tuned = IntStream.range(0, 5)
                .mapToObj(i -> new TrainingJob.Tuned(
                        "p" + i,
                        "[0, 1]",
                        i == 4,
                        i == 4 ? 3 : 0,
                        Draw.of("position", trial, i).uniform()))
                .toList();
        return TestJobs.usual().image(image).trial(trial).tuned(tuned);
    }

    private static double value(TestJobs job, String metric) {
        return SURFACE.limit(job.job(), metric).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d", "e"})
    void canBeImprovedFarBeyondTheMedian(String image) {
        var values = IntStream.rangeClosed(1, 501)
                .mapToDouble(trial -> value(drawn(image, trial), "validation:accuracy"))
                .toArray();
        var bestOf50 = Arrays.stream(values, 0, 50).max().orElseThrow();
        Arrays.sort(values);

        assertThat(bestOf50 - values[250]).isGreaterThan(0.05);
        assertThat(values[500] - values[0]).isGreaterThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d", "e"})
    void hasOneBestPlaceThatEveryDescentToTheBottomFinds(String image) {
        var bottoms = IntStream.range(0, 24)
                .mapToObj(start -> descend(drawn(image, start)))
                .filter(job -> badness(job.job()) < 1e-4)
                .toList();

        assertThat(bottoms).hasSizeGreaterThan(4);
        for (var bottom : bottoms) {
            for (int i = 0; i < 5; i++) {
                assertThat(bottom.job().tuned().get(i).position())
                        .isCloseTo(bottoms.get(0).job().tuned().get(i).position(), within(i < 4 ? 0.05 : 0.34));
            }
        }
    }

    /** Compass search by one coordinate at a time. */
    private static TestJobs descend(TestJobs start) {
        var at = start;
        for (double step = 0.34; step > 1e-4; ) {
            var better = neighbours(at, step);
            step = better.equals(at) ? step / 2 : step;
            at = better;
        }
        return at;
    }

    private static TestJobs neighbours(TestJobs at, double step) {
        var positions = at.job().tuned().stream()
                .mapToDouble(TrainingJob.Tuned::position)
                .toArray();
        var best = at;
        for (int i = 0; i < positions.length; i++) {
            for (var sign : new int[] {-1, 1}) {
                var moved = positions.clone();
                moved[i] = Math.max(0, Math.min(0.999, moved[i] + sign * step));
                var next = at.positions(moved);
                best = badness(next.job()) < badness(best.job()) ? next : best;
            }
        }
        return best;
    }

    private static double badness(TrainingJob job) {
        return Landscape.of(job, MetricName.of("accuracy")).badness();
    }

    @Test
    void isTheSameLandscapeForEveryTuningJobOfTheDefinitionButNoiseDiffers() {
        var one = TestJobs.usual();
        var other = TestJobs.usual().seed(43);

        assertThat(badness(one.job())).isEqualTo(badness(other.job()));
        assertThat(value(one, "accuracy")).isNotEqualTo(value(other, "accuracy"));
        assertThat(value(one, "accuracy")).isCloseTo(value(other, "accuracy"), within(0.03));
    }

    @Test
    void ignoresStaticHyperparameters() {
        var one = TestJobs.usual();
        var other = one.hyperParameters(Map.of("static", "17"));

        assertThat(value(one, "accuracy")).isEqualTo(value(other, "accuracy"));
    }

    @Test
    void givesEachParameterAnEffect() {
        var base = TestJobs.usual().positions(0.5, 0.5, 0.25);

        assertThat(List.of(
                        base.positions(0.9, 0.5, 0.25), base.positions(0.5, 0.9, 0.25), base.positions(0.5, 0.5, 0.75)))
                .allSatisfy(moved -> assertThat(badness(moved.job())).isNotEqualTo(badness(base.job())));
    }

    @ParameterizedTest
    @CsvSource({
        "validation:accuracy, 0.4, 1",
        "validation:auc, 0.4, 1",
        "val_f1, 0.4, 1",
        "mAP, 0.4, 1",
        "r2, 0.4, 1",
        "anything, 0.4, 1",
        "validation:error, 0, 0.6",
        "loss, 0.05, 2",
        "validation:logloss, 0.05, 2",
        "valLoss, 0.05, 2",
        "test:cross_entropy, 0.05, 2",
        "rmse, 1, 30",
        "mean_squared_error, 1, 30",
        "perplexity, 20, 400",
        "neg_log_loss, -2, -0.05",
        "negative_log_likelihood, 0.05, 2"
    })
    void keepsToThePlausibleScaleOfTheMetricsName(String metric, double low, double high) {
        assertThat(IntStream.rangeClosed(1, 200).mapToDouble(trial -> value(drawn("a", trial), metric)))
                .allSatisfy(value -> assertThat(value).isBetween(low, high));
    }

    @Test
    void looksBetterOnTrainingData() {
        var job = TestJobs.usual()
                .metrics(
                        new MetricDefinition("loss", "loss: (.*)"), new MetricDefinition("val_loss", "val_loss: (.*)"));

        assertThat(value(job, "train:auc")).isGreaterThan(value(job, "validation:auc"));
        assertThat(value(job, "train:rmse")).isLessThan(value(job, "validation:rmse"));
        assertThat(value(job, "loss")).isLessThan(value(job, "val_loss"));
    }

    @Test
    void learnsAlongACurveThatEndsAtTheLimit() {
        var curve = new DefaultCurve();
        var job = TestJobs.usual().job();

        assertThat(curve.value(job, "accuracy", 0.9, 1)).isEqualTo(0.9);
        assertThat(curve.value(job, "accuracy", 0.9, 0.1)).isBetween(0.4, 0.8);
        assertThat(curve.value(job, "accuracy", 0.9, 0.9)).isCloseTo(0.9, within(0.02));
        assertThat(curve.value(job, "loss", 0.3, 0.1)).isGreaterThan(0.4);
    }
}
