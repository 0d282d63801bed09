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
        var evidence = new Evidence(Inputs.of(points, NOMINAL), targets(points), new Prior(Inputs.of(points, NOMINAL)));
        Differences.assertGradient(evidence, new double[] {-0.3, 0.2, 0.9, 0.4, -4}, 1e-6);
        Differences.assertGradient(evidence, new double[] {0.5, -1, -2, -0.7, -9}, 1e-6);
    }

    @Test
    void itIsInfiniteWhereTheCovarianceIsNotPositiveDefinite() {
        var same = new double[40][3];
        var inputs = Inputs.of(same, NOMINAL);
        var evidence = new Evidence(inputs, new double[40], new Prior(inputs));
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
        var kernel = Fit.mode(Inputs.of(points, NOMINAL), targets, Deadline.NEVER);
        assertThat(kernel.weight(0)).isGreaterThan(30 * kernel.weight(2));
        assertThat(kernel.noise()).isLessThan(1e-3);
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
