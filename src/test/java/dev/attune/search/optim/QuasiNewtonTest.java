package dev.attune.search.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuasiNewtonTest {
    private static final Box WIDE = new Box(new double[] {-5, -5}, new double[] {5, 5});

    @Test
    void findsTheFloorOfACurvedValley() {
        var found = QuasiNewton.minimise(
                QuasiNewtonTest::rosenbrock, new double[] {-1.2, 1}, WIDE, 1e-8, 200, Deadline.NEVER);
        assertThat(found.point()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(found.value()).isLessThan(1e-12);
    }

    @Test
    void stopsAtTheWall() {
        var box = new Box(new double[] {-5, -5}, new double[] {0.5, 5});
        var found = QuasiNewton.minimise(
                QuasiNewtonTest::rosenbrock, new double[] {-1.2, 1}, box, 1e-8, 200, Deadline.NEVER);
        assertThat(found.point()).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
    }

    @Test
    void backsOutOfWhereTheFunctionIsNotDefined() {
        Objective wall = (point, gradient) -> {
            gradient[0] = 1 - 1 / point[0];
            return point[0] <= 0 ? Double.POSITIVE_INFINITY : point[0] - Math.log(point[0]);
        };
        var box = new Box(new double[] {-10}, new double[] {10});
        var found = QuasiNewton.minimise(wall, new double[] {9}, box, 1e-9, 100, Deadline.NEVER);
        assertThat(found.point()[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void returnsTheProjectedStartWhereNothingIsDefined() {
        var found = QuasiNewton.minimise(
                (point, gradient) -> Double.POSITIVE_INFINITY, new double[] {9, 0}, WIDE, 1e-9, 100, Deadline.NEVER);
        assertThat(found.point()).containsExactly(5, 0);
        assertThat(found.value()).isInfinite();
    }

    @Test
    void stopsAtTheDeadlineWithTheBestSoFar() {
        int[] evaluations = {0};
        Objective counted = (point, gradient) -> {
            evaluations[0]++;
            return rosenbrock(point, gradient);
        };
        var found = QuasiNewton.minimise(counted, new double[] {-1.2, 1}, WIDE, 1e-12, 1000, () -> evaluations[0] >= 5);
        assertThat(evaluations[0]).isBetween(5, 16);
        assertThat(found.value()).isLessThan(rosenbrock(new double[] {-1.2, 1}, new double[2]));
    }

    @Test
    void keepsToItsBudget() {
        int[] evaluations = {0};
        Objective counted = (point, gradient) -> {
            evaluations[0]++;
            return rosenbrock(point, gradient);
        };
        QuasiNewton.minimise(counted, new double[] {-1.2, 1}, WIDE, 1e-12, 15, Deadline.NEVER);
        assertThat(evaluations[0]).isLessThan(15 + 10);
    }

    private static double rosenbrock(double[] point, double[] gradient) {
        double valley = point[1] - point[0] * point[0];
        gradient[0] = -400 * point[0] * valley - 2 * (1 - point[0]);
        gradient[1] = 200 * valley;
        return 100 * valley * valley + (1 - point[0]) * (1 - point[0]);
    }
}
