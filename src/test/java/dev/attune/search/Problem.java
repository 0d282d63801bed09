package dev.attune.search;

import dev.attune.search.Parameter.Categorical;
import dev.attune.search.Parameter.Continuous;
import dev.attune.search.Parameter.Whole;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A function to be minimised whose least value is known. */
record Problem(SearchSpace space, ToDoubleFunction<Map<String, String>> function, double least) {
    private static final double[][] HARTMANN_SCALES = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };
    private static final double[] HARTMANN_HEIGHTS = {1, 1.2, 3, 3.2};

    private static SearchSpace cube(int dimensions, double min, double max) {
        return new SearchSpace(IntStream.range(0, dimensions)
                .<Parameter>mapToObj(i -> new Continuous("x" + i, min, max, Scaling.LINEAR))
                .toList());
    }

    /** Branin (Surjanovic and Bingham, https://www.sfu.ca/~ssurjano/branin.html): three equal minima. */
    static Problem branin() {
        var space = new SearchSpace(
                List.of(new Continuous("x1", -5, 10, Scaling.LINEAR), new Continuous("x2", 0, 15, Scaling.LINEAR)));
        return new Problem(
                space,
                values -> {
                    double x = number(values, "x1");
                    double curve = number(values, "x2") - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
                    return curve * curve + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
                },
                0.397887);
    }

    /** Styblinski and Tang in six dimensions (https://www.sfu.ca/~ssurjano/stybtang.html): a sum, with 64 local minima. */
    static Problem sum() {
        return new Problem(
                cube(6, -5, 5),
                values -> {
                    double sum = 0;
                    for (int i = 0; i < 6; i++) {
                        double x = number(values, "x" + i);
                        sum += (x * x * x * x - 16 * x * x + 5 * x) / 2;
                    }
                    return sum;
                },
                6 * -39.16616570377142);
    }

    /** Ackley in five dimensions, off centre (https://www.sfu.ca/~ssurjano/ackley.html): rippled, and steepest at its least point. */
    static Problem needle() {
        return new Problem(
                cube(5, -32.768, 32.768),
                values -> {
                    double squares = 0;
                    double waves = 0;
                    for (int i = 0; i < 5; i++) {
                        double x = number(values, "x" + i) - 17 + 8 * i;
                        squares += x * x / 5;
                        waves += Math.cos(2 * Math.PI * x) / 5;
                    }
                    return 20 - 20 * Math.exp(-0.2 * Math.sqrt(squares)) + Math.E - Math.exp(waves);
                },
                0);
    }

    /** Hartmann in six dimensions (https://www.sfu.ca/~ssurjano/hart6.html): six local minima, the second best at −3.2032. */
    static Problem hartmann() {
        return new Problem(
                cube(6, 0, 1),
                values -> {
                    double sum = 0;
                    for (int i = 0; i < 4; i++) {
                        double exponent = 0;
                        for (int j = 0; j < 6; j++) {
                            double difference = number(values, "x" + j) - HARTMANN_CENTRES[i][j];
                            exponent += HARTMANN_SCALES[i][j] * difference * difference;
                        }
                        sum -= HARTMANN_HEIGHTS[i] * Math.exp(-exponent);
                    }
                    return sum;
                },
                -3.32237);
    }

    /**
     * A made-up training: learning rate and weight decay on log scales, a depth, and an optimiser whose best rate differs. Least
     * at 0.
     */
    static Problem training() {
        var space = new SearchSpace(List.of(
                new Continuous("rate", 1e-5, 1, Scaling.AUTO),
                new Continuous("decay", 1e-6, 1e-1, Scaling.LOGARITHMIC),
                new Whole("depth", 1, 16, Scaling.LINEAR),
                new Categorical("optimizer", List.of("sgd", "adam", "adagrad"))));
        return new Problem(
                space,
                values -> {
                    boolean adam = "adam".equals(values.get("optimizer"));
                    double rate = Math.log10(number(values, "rate")) - (adam ? -3 : -1.5);
                    double decay = Math.log10(number(values, "decay")) + 4;
                    double depth = number(values, "depth") - (adam ? 9 : 5);
                    double penalty = adam ? 0 : "sgd".equals(values.get("optimizer")) ? 0.1 : 0.3;
                    return 1 - Math.exp(-(rate * rate / 2 + decay * decay / 8 + depth * depth / 40)) + penalty;
                },
                0);
    }

    double at(Configuration configuration) {
        return function.applyAsDouble(configuration.values());
    }

    private static double number(Map<String, String> values, String name) {
        return Double.parseDouble(values.get(name));
    }
}
