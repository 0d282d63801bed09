package dev.attune.training.simulation;

/** The formulas of the {@link TestFunction}s, as Surjanovic and Bingham print them. */
final class TestFormulas {
    private static final double[] HARTMANN_ALPHA = {1.0, 1.2, 3.0, 3.2};
    private static final double[][] HARTMANN_A = {
        {10, 3, 17, 3.5, 1.7, 8},
        {0.05, 10, 17, 0.1, 8, 14},
        {3, 3.5, 1.7, 10, 17, 8},
        {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_P = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private TestFormulas() {}

    static double branin(double[] x) {
        var b = 5.1 / (4 * StrictMath.PI * StrictMath.PI);
        var c = 5 / StrictMath.PI;
        var t = 1 / (8 * StrictMath.PI);
        return square(x[1] - b * x[0] * x[0] + c * x[0] - 6) + 10 * (1 - t) * StrictMath.cos(x[0]) + 10;
    }

    static double hartmann6(double[] x) {
        var sum = 0.0;
        for (int i = 0; i < HARTMANN_ALPHA.length; i++) {
            var exponent = 0.0;
            for (int j = 0; j < x.length; j++) {
                exponent += HARTMANN_A[i][j] * square(x[j] - HARTMANN_P[i][j]);
            }
            sum += HARTMANN_ALPHA[i] * StrictMath.exp(-exponent);
        }
        return -sum;
    }

    static double ackley(double[] x) {
        var squares = 0.0;
        var cosines = 0.0;
        for (var xi : x) {
            squares += xi * xi;
            cosines += StrictMath.cos(2 * StrictMath.PI * xi);
        }
        return 20
                - 20 * StrictMath.exp(-0.2 * StrictMath.sqrt(squares / x.length))
                + StrictMath.E
                - StrictMath.exp(cosines / x.length);
    }

    static double rosenbrock(double[] x) {
        var sum = 0.0;
        for (int i = 0; i + 1 < x.length; i++) {
            sum += 100 * square(x[i + 1] - x[i] * x[i]) + square(x[i] - 1);
        }
        return sum;
    }

    static double levy(double[] x) {
        var sum = square(StrictMath.sin(StrictMath.PI * levyWeight(x[0])));
        for (int i = 0; i + 1 < x.length; i++) {
            var w = levyWeight(x[i]);
            sum += square(w - 1) * (1 + 10 * square(StrictMath.sin(StrictMath.PI * w + 1)));
        }
        var last = levyWeight(x[x.length - 1]);
        return sum + square(last - 1) * (1 + square(StrictMath.sin(2 * StrictMath.PI * last)));
    }

    private static double levyWeight(double x) {
        return 1 + (x - 1) / 4;
    }

    static double rastrigin(double[] x) {
        var sum = 10.0 * x.length;
        for (var xi : x) {
            sum += xi * xi - 10 * StrictMath.cos(2 * StrictMath.PI * xi);
        }
        return sum;
    }

    static double styblinskiTang(double[] x) {
        var sum = 0.0;
        for (var xi : x) {
            sum += square(xi * xi) - 16 * xi * xi + 5 * xi;
        }
        return sum / 2;
    }

    private static double square(double v) {
        return v * v;
    }
}
