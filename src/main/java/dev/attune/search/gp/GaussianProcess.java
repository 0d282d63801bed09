package dev.attune.search.gp;

import dev.attune.search.linalg.Cholesky;
import dev.attune.search.linalg.Vectors;
import java.util.Arrays;
import java.util.Optional;

/**
 * A Gaussian process conditioned on data. Some of its inputs may have no target yet: they narrow the variance as an observation
 * there would, and leave the mean as it is, which is the same as having observed the mean itself.
 */
public final class GaussianProcess {
    /** Candidates are predicted in blocks of this many: few enough for the cache, a whole number of tiles. */
    private static final int BLOCK = 32;

    /** The variance of a prediction is kept above this share of the signal: below it is rounding. */
    private static final double LEAST_SHARE = 1e-12;

    private static final double[] JITTERS = {0, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2};

    private final Kernel kernel;
    private final Inputs inputs;
    private final Cholesky factor;
    private final double[] targets;
    private final double[] alpha;
    private final double noise;

    private GaussianProcess(
            Kernel kernel, Inputs inputs, Cholesky factor, double[] targets, double[] alpha, double noise) {
        this.kernel = kernel;
        this.inputs = inputs;
        this.factor = factor;
        this.targets = targets;
        this.alpha = alpha;
        this.noise = noise;
    }

    /**
     * Conditions the process. O(n³/3).
     *
     * @param targets of the first inputs, in their order; not more than there are inputs; not copied
     * @return empty where no jitter makes K positive definite
     */
    public static Optional<GaussianProcess> condition(Kernel kernel, Inputs inputs, double[] targets) {
        for (double jitter : JITTERS) {
            double noise = kernel.noise() + jitter * kernel.prior();
            var matrix = kernel.covariances(inputs, noise);
            var factor = Cholesky.factor(matrix, inputs.count());
            if (factor.isPresent()) {
                var alpha = targets.clone();
                factor.get().forward(alpha, alpha.length);
                factor.get().backward(alpha, alpha.length);
                return Optional.of(new GaussianProcess(kernel, inputs, factor.get(), targets, alpha, noise));
            }
        }
        return Optional.empty();
    }

    public Kernel kernel() {
        return kernel;
    }

    /**
     * What the process would have predicted for each target from all the others, noise included (Rasmussen and Williams 2006, eq.
     * 5.12). O(n³/6).
     */
    public LeaveOneOut leaveOneOut() {
        var precisions = factor.inverseDiagonal(alpha.length);
        var residuals = new double[alpha.length];
        var variances = new double[alpha.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = alpha[i] / precisions[i];
            variances[i] = 1 / precisions[i];
        }
        return new LeaveOneOut(residuals, variances);
    }

    /**
     * Predicts the noiseless process at points in O(n²) each.
     *
     * @param points candidates, d coordinates each
     * @param means overwritten
     * @param variances overwritten; positive
     */
    public void predict(double[][] points, double[] means, double[] variances) {
        int stride = factor.stride();
        var rows = new double[BLOCK * stride];
        for (int start = 0; start < points.length; start += BLOCK) {
            int count = Math.min(BLOCK, points.length - start);
            for (int c = 0; c < count; c++) {
                fillRow(points[start + c], rows, c * stride, inputs.count());
                means[start + c] = Vectors.dot(alpha, 0, rows, c * stride, alpha.length);
            }
            factor.forwardRows(rows, Cholesky.stride(count));
            for (int c = 0; c < count; c++) {
                variances[start + c] = variance(rows, c * stride);
            }
        }
    }

    /** The mean of the process at a point. O(nd). */
    public double mean(double[] point) {
        var row = new double[alpha.length];
        fillRow(point, row, 0, row.length);
        return Vectors.dot(alpha, 0, row, 0, alpha.length);
    }

    /** The mean of the process at the i-th input, which has a target: what of the target is not noise, z − τ²α. */
    public double mean(int i) {
        return targets[i] - noise * alpha[i];
    }

    /** Predicts at one point, with the derivatives by its coordinates; those by nominal coordinates are 0. */
    public Prediction predict(double[] point) {
        int count = inputs.count();
        var row = new double[count];
        fillRow(point, row, 0, count);
        double mean = Vectors.dot(alpha, 0, row, 0, alpha.length);
        factor.forward(row, count);
        double variance = variance(row, 0);
        factor.backward(row, count);
        var prediction = new Prediction(mean, variance, point.length);
        kernel.addSlopes(inputs, point, alpha, 1, prediction.meanGradient());
        kernel.addSlopes(inputs, point, row, -2, prediction.varianceGradient());
        return prediction;
    }

    /** k from the point to the first inputs, with the offset. */
    private void fillRow(double[] point, double[] rows, int at, int length) {
        Arrays.fill(rows, at, at + length, Kernel.OFFSET);
        kernel.add(inputs, point, rows, at, length);
    }

    private double variance(double[] rows, int at) {
        double explained = Vectors.dot(rows, at, rows, at, inputs.count());
        return Math.max(kernel.prior() - explained, LEAST_SHARE * kernel.signal());
    }
}
