package dev.attune.search.optim;

import dev.attune.search.linalg.Vectors;

/**
 * The last few steps and gradient changes of a descent: the inverse Hessian of L-BFGS (Nocedal and Wright 2006, algorithm 7.4).
 */
final class CurvatureMemory {
    private static final int LENGTH = 12;

    private final double[][] steps = new double[LENGTH][];
    private final double[][] changes = new double[LENGTH][];
    private final double[] curvatures = new double[LENGTH];
    private int count;

    void clear() {
        count = 0;
    }

    boolean empty() {
        return count == 0;
    }

    /** Remembers a step, unless the curvature along it is not clearly positive. Arrays are not copied. */
    void remember(double[] step, double[] change) {
        double curvature = dot(step, change);
        if (curvature > 1e-10 * Math.sqrt(dot(step, step) * dot(change, change))) {
            int slot = count % LENGTH;
            steps[slot] = step;
            changes[slot] = change;
            curvatures[slot] = curvature;
            count++;
        }
    }

    /** Overwrites the gradient with the inverse Hessian times it; coordinates that are not free are held at zero. */
    void multiply(double[] vector, boolean[] free) {
        mask(vector, free);
        int oldest = Math.max(0, count - LENGTH);
        var weights = new double[LENGTH];
        for (int i = count - 1; i >= oldest; i--) {
            int slot = i % LENGTH;
            weights[slot] = dot(steps[slot], vector) / curvatures[slot];
            add(vector, -weights[slot], changes[slot]);
        }
        if (count > 0) {
            int last = (count - 1) % LENGTH;
            double scale = curvatures[last] / dot(changes[last], changes[last]);
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        for (int i = oldest; i < count; i++) {
            int slot = i % LENGTH;
            add(vector, weights[slot] - dot(changes[slot], vector) / curvatures[slot], steps[slot]);
        }
        mask(vector, free);
    }

    private static void mask(double[] vector, boolean[] free) {
        for (int i = 0; i < vector.length; i++) {
            if (!free[i]) {
                vector[i] = 0;
            }
        }
    }

    private static double dot(double[] left, double[] right) {
        return Vectors.dot(left, right, 0, left.length);
    }

    private static void add(double[] target, double factor, double[] source) {
        Vectors.add(target, factor, source, 0, target.length);
    }
}
