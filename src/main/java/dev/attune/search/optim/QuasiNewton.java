package dev.attune.search.optim;

import dev.attune.search.linalg.Vectors;

/**
 * Minimises a smooth function over a box: L-BFGS directions on the coordinates that are not held by a bound, and a backtracking
 * search along the projected path (Bertsekas 1982, "Projected Newton methods for optimization problems with simple constraints").
 * Deterministic.
 */
public final class QuasiNewton {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int BACKTRACKS = 10;

    private final Objective objective;
    private final Box box;
    private final double tolerance;
    private final CurvatureMemory memory = new CurvatureMemory();

    private double[] point;
    private double[] gradient;
    private double value;
    private int evaluations;

    private QuasiNewton(Objective objective, double[] start, Box box, double tolerance) {
        this.objective = objective;
        this.box = box;
        this.tolerance = tolerance;
        point = start.clone();
        box.project(point);
        gradient = new double[point.length];
        value = objective.value(point, gradient);
        evaluations = 1;
    }

    /**
     * Descends from a start.
     *
     * @param tolerance stops where no free derivative is above it or a step gains less than a hundredth of it
     * @param budget stops after this many evaluations of the objective
     * @param deadline stops once it has passed, after one evaluation at least
     * @return the best point seen; the projected start itself where nothing better was found
     */
    public static Minimum minimise(
            Objective objective, double[] start, Box box, double tolerance, int budget, Deadline deadline) {
        var descent = new QuasiNewton(objective, start, box, tolerance);
        while (Double.isFinite(descent.value)
                && descent.evaluations < budget
                && !deadline.passed()
                && descent.step()) {}
        return new Minimum(descent.point, descent.value);
    }

    /** One iteration; false where it was the last. */
    private boolean step() {
        var free = new boolean[point.length];
        double steepest = 0;
        for (int i = 0; i < point.length; i++) {
            free[i] = !box.blocks(i, point[i], gradient[i]);
            steepest = free[i] ? Math.max(steepest, Math.abs(gradient[i])) : steepest;
        }
        if (steepest <= tolerance) {
            return false;
        }
        var direction = gradient.clone();
        memory.multiply(direction, free);
        if (!(Vectors.dot(direction, gradient, 0, point.length) > 0)) {
            memory.clear();
            direction = gradient.clone();
            memory.multiply(direction, free);
        }
        double before = value;
        double length = memory.empty() ? Math.min(1, 0.25 / steepest) : 1;
        return search(direction, length) ? before - value > tolerance / 100 : retry();
    }

    /**
     * Forgets the curvature after a failed search and lets the next iteration go down the gradient; false where it already did.
     */
    private boolean retry() {
        boolean again = !memory.empty();
        memory.clear();
        return again;
    }

    /** Moves against the direction to the first point with sufficient decrease; false where none was found. */
    private boolean search(double[] direction, double length) {
        var trialGradient = new double[point.length];
        for (int attempt = 0; attempt < BACKTRACKS; attempt++) {
            var trial = point.clone();
            Vectors.add(trial, -length, direction, 0, point.length);
            box.project(trial);
            double trialValue = objective.value(trial, trialGradient);
            evaluations++;
            double expected = expectedChange(trial);
            if (trialValue <= value + SUFFICIENT_DECREASE * expected && expected < 0) {
                accept(trial, trialGradient, trialValue);
                return true;
            }
            length *= shrinkage(expected, trialValue - value);
        }
        return false;
    }

    private double expectedChange(double[] trial) {
        double change = 0;
        for (int i = 0; i < trial.length; i++) {
            change += gradient[i] * (trial[i] - point[i]);
        }
        return change;
    }

    /** The minimum of the parabola through what is known, within [0.1, 0.5] of the step; 0.2 where it does not exist. */
    private static double shrinkage(double expected, double actual) {
        double best = -expected / (2 * (actual - expected));
        return best > 0 ? Math.min(0.5, Math.max(0.1, best)) : 0.2;
    }

    private void accept(double[] trial, double[] trialGradient, double trialValue) {
        var step = new double[trial.length];
        var change = new double[trial.length];
        for (int i = 0; i < trial.length; i++) {
            step[i] = trial[i] - point[i];
            change[i] = trialGradient[i] - gradient[i];
        }
        memory.remember(step, change);
        point = trial;
        gradient = trialGradient;
        value = trialValue;
    }
}
