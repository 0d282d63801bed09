package dev.attune.search.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.search.Differences;
import dev.attune.search.gp.Fit;
import dev.attune.search.gp.GaussianProcess;
import dev.attune.search.gp.Inputs;
import dev.attune.search.gp.Structure;
import dev.attune.search.optim.Deadline;
import dev.attune.search.sampling.Sobol;
import dev.attune.search.sampling.SplitMix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcquisitionTest {
    private static final boolean[] NOMINAL = {false, false};
    private static final double[][] POINTS = points(12, 1);

    static List<Acquisition> acquisitions() {
        var improvement = new ExpectedImprovement(process(1), -0.9);
        var other = new ExpectedImprovement(process(3), -2);
        return List.of(
                improvement,
                new ExpectedImprovement(process(1), -40),
                new ExpectedImprovement(noise(), -0.9),
                new Average(List.of(improvement, other), new double[] {0, -1}),
                new LeastMean(List.of(process(1), noise()), new double[] {0.8, 0.2}),
                new FailureAware(improvement, points(5, 2), points(4, 3), NOMINAL));
    }

    @ParameterizedTest
    @MethodSource("acquisitions")
    void theGradientIsTheDerivative(Acquisition acquisition) {
        acquisition.values(points(20, 6));
        for (var point : points(10, 7)) {
            Differences.assertGradient(acquisition::value, point, 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("acquisitions")
    void manyPointsAreValuedAsOneIs(Acquisition acquisition) {
        var points = points(9, 8);
        var values = acquisition.values(points);
        for (int i = 0; i < points.length; i++) {
            double single = acquisition.value(points[i], new double[2]);
            assertThat(values[i]).isCloseTo(single, within(1e-9 * (1 + Math.abs(single))));
        }
    }

    @Test
    void whatNoiseWouldDrownIsWorthLittle() {
        var clear = new ExpectedImprovement(process(1), -0.9);
        var noisy = new ExpectedImprovement(noise(), -0.9);
        assertThat(clear.of(-1, 1e4)).isCloseTo(noisy.of(-1, 1e4), within(0.1));
        assertThat(clear.of(-1, 1e-4)).isGreaterThan(noisy.of(-1, 1e-4) + 5);
    }

    /** Values that do not depend on the points, four at each. */
    private static GaussianProcess noise() {
        var random = new SplitMix(4);
        var points = Stream.of(POINTS, POINTS, POINTS, POINTS)
                .flatMap(Arrays::stream)
                .toArray(double[][]::new);
        return fitted(
                points,
                Arrays.stream(points)
                        .mapToDouble(point -> 4 * random.nextDouble() - 2)
                        .toArray());
    }

    private static GaussianProcess process(double factor) {
        var targets = new double[POINTS.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = Math.cos(factor * 5 * POINTS[i][0]) * POINTS[i][1];
        }
        return fitted(POINTS, targets);
    }

    private static GaussianProcess fitted(double[][] points, double[] targets) {
        var inputs = Inputs.of(points, NOMINAL);
        var kernel = Fit.of(Structure.JOINT, inputs, targets, Deadline.NEVER).kernel();
        return GaussianProcess.condition(kernel, inputs, targets).orElseThrow();
    }

    private static double[][] points(int count, long seed) {
        var sobol = new Sobol(2, seed);
        var points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = sobol.point(i);
        }
        return points;
    }
}
