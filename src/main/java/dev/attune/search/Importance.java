package dev.attune.search;

import dev.attune.search.sampling.Sobol;
import dev.attune.search.warp.Standardised;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How much of a function's variance over the space each dimension has a part in, alone or with others: the total-effect Sobol
 * index E[Var(f | all but xᵢ)]/Var(f), by the estimator of M. J. W. Jansen (1999), "Analysis of variance designs for model output",
 * Computer Physics Communications 117: half the mean of (f(a) − f(aᵢ))², where aᵢ is the point a with coordinate i of another
 * point b. The pairs (a, b) are a scrambled Sobol sequence of twice the dimensions.
 */
final class Importance {
    private static final int PAIRS = 256;
    private static final long SEED = 0x50b01;

    private Importance() {}

    /**
     * The indices by dimension, in [0, 1]; all 0 where the function does not vary. Takes 256·(d + 1) values of the function.
     *
     * @param function of points of the unit cube that stand for configurations; finite, of any size
     */
    static double[] of(SearchSpace space, ToDoubleFunction<double[]> function) {
        // Each block of values is one of the function over an even sample of the whole space, so all together have its
        // variance.
        var values = Standardised.of(values(space, function)).values();
        var indices = new double[space.dimensions()];
        for (int i = 0; i < indices.length; i++) {
            double squares = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                double difference = values[(i + 1) * PAIRS + pair] - values[pair];
                squares += difference * difference;
            }
            indices[i] = Math.min(1, squares / (2 * PAIRS));
        }
        return indices;
    }

    /** First f(a) of all pairs, then f(aᵢ) of all pairs for each i. */
    private static double[] values(SearchSpace space, ToDoubleFunction<double[]> function) {
        int dimensions = space.dimensions();
        var sobol = new Sobol(2 * dimensions, SEED);
        var values = new double[(dimensions + 1) * PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            var both = sobol.point(pair);
            var point = onGrid(space, Arrays.copyOf(both, dimensions));
            var other = onGrid(space, Arrays.copyOfRange(both, dimensions, 2 * dimensions));
            values[pair] = function.applyAsDouble(point);
            for (int i = 0; i < dimensions; i++) {
                var mixed = point.clone();
                mixed[i] = other[i];
                values[(i + 1) * PAIRS + pair] = function.applyAsDouble(mixed);
            }
        }
        return values;
    }

    /** The point of the configuration nearest to a point: whole numbers and categories stand in the middle of their cells. */
    private static double[] onGrid(SearchSpace space, double[] point) {
        return space.encode(space.decode(point));
    }
}
