package dev.attune.search.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Differences;
import dev.attune.search.optim.Deadline;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final boolean[] NOMINAL = {false, true, false};

    @Test
    void itsGradientIsItsDerivative() {
        var points = points(17);
        var joint = new Evidence(Structure.JOINT, Inputs.of(points, NOMINAL), targets(points));
        Differences.assertGradient(joint, new double[] {-0.3, 0.2, 0.9, 0.4, -4}, 1e-6);
        Differences.assertGradient(joint, new double[] {0.5, -1, -2, -0.7, -9}, 1e-6);
        var additive = new Evidence(Structure.ADDITIVE, Inputs.of(points, NOMINAL), targets(points));
        Differences.assertGradient(additive, new double[] {-0.3, 0.2, 0.9, 0.4, -4, -0.5, -1, 0.3}, 1e-6);
        Differences.assertGradient(additive, new double[] {0.5, -1, -2, -3, -7, -0.1, 0.4, -2}, 1e-6);
        var mixed = new Evidence(Structure.MIXED, Inputs.of(points, NOMINAL), targets(points));
        Differences.assertGradient(mixed, new double[] {-0.3, 0.2, 0.9, -1, -4, 0, -0.5, 0, 0, 0.3, 0}, 1e-6);
    }

    @Test
    void itIsInfiniteWhereTheCovarianceIsNotPositiveDefinite() {
        var same = new double[40][3];
        var inputs = Inputs.of(same, NOMINAL);
        var evidence = new Evidence(Structure.JOINT, inputs, new double[40]);
        assertThat(evidence.value(new double[] {0, 0, 0, 0, -80}, new double[5]))
                .isInfinite();
    }

    @Test
    void aDimensionThatDoesNotMatterGetsALongScale() {
        var points = points(60);
        var targets = new double[points.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = Math.sin(7 * points[i][0]);
        }
        var kernel = Fit.of(Structure.JOINT, Inputs.of(points, NOMINAL), targets, Deadline.NEVER)
                .kernel();
        assertThat(kernel.weight(0)).isGreaterThan(30 * kernel.weight(2));
        assertThat(kernel.noise()).isLessThan(1e-3);
    }

    @Test
    void aSumIsLearntFromFewerPointsWhenItIsSupposedToBeOne() {
        var points = points(40);
        var inputs = Inputs.of(points, NOMINAL);
        var targets = new double[points.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = Math.sin(9 * points[i][0]) + (points[i][1] > 0.5 ? 1 : -0.5) + Math.cos(7 * points[i][2]);
        }
        double joint = error(Structure.JOINT, inputs, targets);
        double additive = error(Structure.ADDITIVE, inputs, targets);
        assertThat(additive).isLessThan(joint / 2);
    }

    private static double error(Structure structure, Inputs inputs, double[] targets) {
        var kernel = Fit.of(structure, inputs, targets, Deadline.NEVER).kernel();
        var leftOut =
                GaussianProcess.condition(kernel, inputs, targets).orElseThrow().leaveOneOut();
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += leftOut.residual(i) * leftOut.residual(i);
        }
        return sum;
    }

    static double[][] points(int count) {
        var random = new SplittableRandom(1);
        var points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextInt(3) / 3.0, random.nextDouble()};
        }
        return points;
    }

    static double[] targets(double[][] points) {
        var targets = new double[points.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = Math.sin(4 * points[i][0]) + points[i][1] * points[i][2] - 0.5;
        }
        return targets;
    }
}
