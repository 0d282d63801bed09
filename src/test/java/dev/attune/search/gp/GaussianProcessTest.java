package dev.attune.search.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.search.Differences;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianProcessTest {
    private static final boolean[] NOMINAL = {false, true, false};
    private static final Kernel KERNEL = Matern.of(new double[] {-0.5, 0.3, 0.1, 0.2, StrictMath.log(1e-6)}, 3);
    private static final double[] SOMEWHERE = {0.31, 1 / 3.0, 0.77};

    private final double[][] points = EvidenceTest.points(30);
    private final double[] targets = EvidenceTest.targets(points);
    private final GaussianProcess process = GaussianProcess.condition(KERNEL, Inputs.of(points, NOMINAL), targets)
            .orElseThrow();

    @Test
    void itPassesThroughItsDataUpToTheNoise() {
        for (int i = 0; i < points.length; i++) {
            var prediction = process.predict(points[i]);
            assertThat(prediction.mean()).isCloseTo(targets[i], within(1e-3));
            assertThat(prediction.variance()).isBetween(0.0, 2e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 71})
    void manyPointsArePredictedAsOneIsToTheBit(int count) {
        var candidates = EvidenceTest.points(count);
        var means = new double[count];
        var variances = new double[count];

        process.predict(candidates, means, variances);

        for (int i = 0; i < count; i++) {
            var prediction = process.predict(candidates[i]);
            assertThat(means[i]).isEqualTo(prediction.mean());
            assertThat(variances[i]).isEqualTo(prediction.variance());
            assertThat(process.mean(candidates[i])).isEqualTo(means[i]);
        }
    }

    @Test
    void theMeanAtAnInputIsThatAtItsPoint() {
        var noisy = Matern.of(new double[] {-0.5, 0.3, 0.1, 0.2, StrictMath.log(0.1)}, 3);
        var process = GaussianProcess.condition(noisy, Inputs.of(points, NOMINAL), targets)
                .orElseThrow();
        for (int i = 0; i < points.length; i++) {
            assertThat(process.mean(i)).isCloseTo(process.mean(points[i]), within(1e-10));
        }
    }

    static List<Kernel> kernels() {
        return List.of(
                KERNEL,
                Mixed.of(
                        new double[] {-0.5, 0, 0.1, -1, -14, 0, -0.4, 0, 0, -1, 0},
                        Inputs.of(new double[0][], NOMINAL)),
                Additive.of(new double[] {-0.5, 0.3, 0.1, -1, StrictMath.log(1e-6), -0.4, 0.2, 0.5}, 3));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theGradientsOfAPredictionAreItsDerivatives(Kernel kernel) {
        var process = GaussianProcess.condition(kernel, Inputs.of(points, NOMINAL), targets)
                .orElseThrow();
        Differences.assertGradient(
                (point, gradient) -> {
                    var prediction = process.predict(withCategory(point));
                    gradient[0] = prediction.meanGradient()[0];
                    gradient[1] = prediction.meanGradient()[2];
                    return prediction.mean();
                },
                new double[] {SOMEWHERE[0], SOMEWHERE[2]},
                1e-6);
        Differences.assertGradient(
                (point, gradient) -> {
                    var prediction = process.predict(withCategory(point));
                    gradient[0] = prediction.varianceGradient()[0];
                    gradient[1] = prediction.varianceGradient()[2];
                    return prediction.variance();
                },
                new double[] {SOMEWHERE[0], SOMEWHERE[2]},
                1e-6);
    }

    @Test
    void anInputWithoutTargetNarrowsTheVarianceAndLeavesTheMean() {
        var more = Arrays.copyOf(points, points.length + 1);
        more[points.length] = SOMEWHERE;

        var awaiting = GaussianProcess.condition(KERNEL, Inputs.of(more, NOMINAL), targets)
                .orElseThrow();

        assertThat(awaiting.predict(SOMEWHERE).variance()).isLessThan(2e-6);
        assertThat(process.predict(SOMEWHERE).variance()).isGreaterThan(1e-4);
        var elsewhere = new double[] {0.35, 1 / 3.0, 0.7};
        assertThat(awaiting.predict(elsewhere).mean())
                .isCloseTo(process.predict(elsewhere).mean(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aProcessThatLearntMoreHasTheBitsOfOneThatAlwaysKnewIt(Kernel kernel) {
        for (int known : new int[] {1, 4, 17, 29, 30}) {
            var start = Inputs.of(Arrays.copyOf(points, known), NOMINAL);
            var all = Inputs.of(points, NOMINAL);

            var learnt = GaussianProcess.condition(kernel, start, Arrays.copyOf(targets, known))
                    .flatMap(process -> process.knowing(all, targets))
                    .orElseThrow();

            var expected = GaussianProcess.condition(kernel, all, targets)
                    .orElseThrow()
                    .predict(SOMEWHERE);
            assertThat(learnt.predict(SOMEWHERE).mean()).isEqualTo(expected.mean());
            assertThat(learnt.predict(SOMEWHERE).variance()).isEqualTo(expected.variance());
        }
    }

    @Test
    void aProcessCanForgetAndLearnOtherInputs() {
        var others = points.clone();
        others[12] = SOMEWHERE;

        var other = process.knowing(Inputs.of(others, NOMINAL), targets).orElseThrow();

        var expected = GaussianProcess.condition(KERNEL, Inputs.of(others, NOMINAL), targets)
                .orElseThrow();
        var elsewhere = new double[] {0.35, 1 / 3.0, 0.7};
        assertThat(other.predict(elsewhere).variance())
                .isEqualTo(expected.predict(elsewhere).variance())
                .isNotEqualTo(process.predict(elsewhere).variance());
    }

    @Test
    void whatNeedsJitterIsConditionedAnew() {
        var noiseless = Matern.of(new double[] {0, 0, 0, 0, -40}, 3);
        var same = new double[50][3];
        var few = GaussianProcess.condition(noiseless, Inputs.of(Arrays.copyOf(same, 1), NOMINAL), new double[1]);

        var many = few.flatMap(process -> process.knowing(Inputs.of(same, NOMINAL), new double[50]))
                .orElseThrow();

        assertThat(many.predict(SOMEWHERE).variance())
                .isEqualTo(GaussianProcess.condition(noiseless, Inputs.of(same, NOMINAL), new double[50])
                        .orElseThrow()
                        .predict(SOMEWHERE)
                        .variance());
    }

    @Test
    void jitterIsNotTakenOver() {
        var noiseless = Matern.of(new double[] {0, 0, 0, 0, -40}, 3);
        var same = Inputs.of(new double[50][3], NOMINAL);
        var others = points.clone();
        others[0] = new double[3];
        var apart = Inputs.of(others, NOMINAL);

        var grown = GaussianProcess.condition(noiseless, same, new double[50])
                .flatMap(process -> process.knowing(apart, targets))
                .orElseThrow();

        assertThat(grown.predict(SOMEWHERE).variance())
                .isEqualTo(GaussianProcess.condition(noiseless, apart, targets)
                        .orElseThrow()
                        .predict(SOMEWHERE)
                        .variance());
    }

    @Test
    void leavingATargetOutIsConditioningOnTheOthers() {
        int last = points.length - 1;
        var awaiting = Arrays.copyOf(points, points.length + 2);
        awaiting[points.length] = SOMEWHERE;
        awaiting[points.length + 1] = new double[] {0.9, 1 / 3.0, 0.1};
        var others = GaussianProcess.condition(
                        KERNEL, Inputs.of(Arrays.copyOf(points, last), NOMINAL), Arrays.copyOf(targets, last))
                .orElseThrow()
                .predict(points[last]);
        for (var inputs : new double[][][] {points, awaiting}) {
            var leftOut = GaussianProcess.condition(KERNEL, Inputs.of(inputs, NOMINAL), targets)
                    .orElseThrow()
                    .leaveOneOut();
            double variance = others.variance() + KERNEL.noise();
            double residual = targets[last] - others.mean();
            assertThat(leftOut.residual(last)).isCloseTo(residual, within(1e-6));
            assertThat(leftOut.variance(last)).isCloseTo(variance, within(1e-8));
            assertThat(leftOut.logDensity(last))
                    .isCloseTo(
                            -residual * residual / variance / 2 - Math.log(2 * Math.PI * variance) / 2, within(1e-4));
        }
    }

    @Test
    void farFromDataItKnowsNothing() {
        var sharp = Matern.of(new double[] {-5, -5, -5, 0, -10}, 3);
        var alone = GaussianProcess.condition(sharp, Inputs.of(points, NOMINAL), targets)
                .orElseThrow()
                .predict(new double[] {0.5, 0.9, 0.05});
        double average = Arrays.stream(targets).average().orElseThrow();
        assertThat(alone.mean()).isCloseTo(average, within(0.02));
        assertThat(alone.variance()).isCloseTo(1, within(0.1));
    }

    @Test
    void identicalPointsAreNoDifficulty() {
        var same = new double[50][3];
        var noiseless = Matern.of(new double[] {0, 0, 0, 0, -40}, 3);
        var prediction = GaussianProcess.condition(noiseless, Inputs.of(same, NOMINAL), new double[50])
                .orElseThrow()
                .predict(SOMEWHERE);
        assertThat(prediction.mean()).isCloseTo(0, within(1e-9));
        assertThat(prediction.variance()).isPositive();
    }

    private static double[] withCategory(double[] numbers) {
        return new double[] {numbers[0], SOMEWHERE[1], numbers[1]};
    }
}
