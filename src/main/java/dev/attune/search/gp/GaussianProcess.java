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
    /** Points are predicted in blocks of at most this many, few enough for the cache. */
    private static final int BLOCK = 64;
    /** Fewer points than this are predicted one by one. */
    private static final int FEW = 8;

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
     * Conditions the process. O(n³/6).
     *
     * @param targets of the first inputs, in their order; not more than there are inputs; not copied
     * @return empty where no jitter makes K positive definite
     */
    public static Optional<GaussianProcess> condition(Kernel kernel, Inputs inputs, double[] targets) {
        for (double jitter : JITTERS) {
            double noise = kernel.noise() + jitter * kernel.prior();
            var factor = Cholesky.factor(kernel.covariances(inputs, noise, 0));
            if (factor.isPresent()) {
                return Optional.of(conditioned(kernel, inputs, factor.get(), targets, noise));
            }
        }
        return Optional.empty();
    }

    /**
     * A process with the same kernel that knows these inputs instead, the same to the bit as one that was conditioned anew. As far as its
     * first inputs are this one's, their rows of the factor are taken over. O(n²m/2) for m inputs after those.
     */
    public Optional<GaussianProcess> knowing(Inputs others, double[] otherTargets) {
        int known = noise == kernel.noise() ? inputs.common(others) : 0;
        if (known > 0) {
            var matrix = kernel.covariances(others, noise, known);
            factor.copyBlock(known, matrix);
            var grown = Cholesky.factor(matrix, known);
            if (grown.isPresent()) {
                return Optional.of(conditioned(kernel, others, grown.get(), otherTargets, noise));
            }
        }
        return condition(kernel, others, otherTargets);
    }

    private static GaussianProcess conditioned(
            Kernel kernel, Inputs inputs, Cholesky factor, double[] targets, double noise) {
        var alpha = targets.clone();
        factor.solve(alpha, alpha.length);
        return new GaussianProcess(kernel, inputs, factor, targets, alpha, noise);
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
     * Predicts the noiseless process at points in O(n²/2) each, to the bit as at one.
     *
     * @param points candidates, d coordinates each
     * @param means overwritten
     * @param variances overwritten; positive
     */
    public void predict(double[][] points, double[] means, double[] variances) {
        for (int start = 0; start < points.length; start += BLOCK) {
            var block = Arrays.copyOfRange(points, start, Math.min(points.length, start + BLOCK));
            if (block.length < FEW) {
                predictOneByOne(block, start, means, variances);
            } else {
                predictTogether(inputs.others(block), start, means, variances);
            }
        }
    }

    private void predictOneByOne(double[][] block, int start, double[] means, double[] variances) {
        for (int c = 0; c < block.length; c++) {
            var row = row(block[c], inputs.count());
            means[start + c] = Vectors.dotInOrder(alpha, row, alpha.length);
            factor.forward(row, row.length);
            variances[start + c] = variance(Vectors.dotInOrder(row, row, row.length));
        }
    }

    private void predictTogether(Inputs block, int start, double[] means, double[] variances) {
        int count = block.count();
        var rows = new double[inputs.count()][count];
        var mean = new double[count];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(rows[i], Kernel.OFFSET);
            kernel.add(block, inputs.point(i), rows[i], 0, count);
            if (i < alpha.length) {
                Vectors.add(mean, alpha[i], rows[i], 0, count);
            }
        }
        factor.forward(rows);
        var explained = new double[count];
        for (var row : rows) {
            Vectors.addSquares(explained, row, 0, count);
        }
        for (int c = 0; c < count; c++) {
            means[start + c] = mean[c];
            variances[start + c] = variance(explained[c]);
        }
    }

    /** The mean of the process at a point. O(nd). */
    public double mean(double[] point) {
        return Vectors.dotInOrder(alpha, row(point, alpha.length), alpha.length);
    }

    /** The mean of the process at the i-th input, which has a target: what of the target is not noise, z − τ²α. */
    public double mean(int i) {
        return targets[i] - noise * alpha[i];
    }

    /** Predicts at one point, with the derivatives by its coordinates; those by nominal coordinates are 0. */
    public Prediction predict(double[] point) {
        int count = inputs.count();
        var row = row(point, count);
        double mean = Vectors.dotInOrder(alpha, row, alpha.length);
        factor.forward(row, count);
        double variance = variance(Vectors.dotInOrder(row, row, count));
        factor.backward(row, count);
        var prediction = new Prediction(mean, variance, point.length);
        kernel.addSlopes(inputs, point, alpha, 1, prediction.meanGradient());
        kernel.addSlopes(inputs, point, row, -2, prediction.varianceGradient());
        return prediction;
    }

    /** k from the point to the first inputs, with the offset. */
    private double[] row(double[] point, int length) {
        var row = new double[length];
        Arrays.fill(row, Kernel.OFFSET);
        kernel.add(inputs, point, row, 0, length);
        return row;
    }

    private double variance(double explained) {
        return Math.max(kernel.prior() - explained, LEAST_SHARE * kernel.signal());
    }
}
