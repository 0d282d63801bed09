package dev.attune.search;

import dev.attune.search.History.Success;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a {@link BayesianSearcher} believes of the objective, given a request: everywhere in the space, and of its own accuracy.
 * Numbers are in the objective's own units and direction, and finite. Where trials failed, the search believes the
 * objective poor, and where they still run, it is as sure as if they had ended. Immutable. Costs below are with n for the modelled trials
 * (600 at most) and d for the parameters that vary, and for each of the processes of the model (seven at most).
 */
public final class Posterior {
    private final SearchSpace space;
    private final Goal goal;
    private final History history;
    private final Model model;

    Posterior(SearchRequest request, History history, Model model) {
        space = request.space();
        goal = request.goal();
        this.history = history;
        this.model = model;
    }

    /**
     * What is believed of one value of a parameter, the others being fixed.
     *
     * @param acquisition the logarithm of the expected improvement, as in {@link Proposal}; it leaves out that a trial may fail
     */
    public record Point(String value, Estimate estimate, double acquisition) {}

    /**
     * What is believed of each pair of values of two parameters, the others being fixed.
     *
     * @param first the values of the first parameter
     * @param second the values of the second
     * @param estimates a list for each value of the first, with an estimate for each value of the second
     * @param acquisitions the logarithms of the expected improvements, likewise
     */
    public record Surface(
            List<String> first, List<String> second, List<List<Estimate>> estimates, List<List<Double>> acquisitions) {}

    /**
     * A trial's value beside what would be expected of it if all but it were known.
     *
     * @param deviation standard deviation of that prediction, noise included; not negative
     */
    public record LeftOut(int trial, double value, double mean, double deviation) {}

    /**
     * A successful trial beside what is believed of its configuration.
     *
     * @param value the objective as it was observed, noise included
     */
    public record Tried(int trial, Configuration configuration, double value, Estimate estimate) {}

    /**
     * What is expected of a configuration. Values of names that the space does not have are ignored. O(n²).
     *
     * @throws IllegalArgumentException where a value is missing or outside its range
     */
    public Estimate at(Configuration configuration) {
        return own(model.at(point(configuration)).estimate());
    }

    /**
     * What is believed along a parameter: at each of its values where they are categories or not more than {@code points}, else at
     * that many, evenly spaced on its scale from end to end, those that round to the same one taken once. O(n²) a point.
     *
     * @param points at least 2
     * @param at what the other parameters are fixed to
     * @throws IllegalArgumentException for a name or a configuration foreign to the space
     */
    public List<Point> slice(String parameter, int points, Configuration at) {
        var values = values(parameter, points);
        var outlooks = model.outlooks(
                values.stream().map(value -> point(with(at, parameter, value))).toArray(double[][]::new));
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Point(
                        values.get(i),
                        own(outlooks.get(i).estimate()),
                        outlooks.get(i).logImprovement()))
                .toList();
    }

    /**
     * What is believed over a grid of two parameters, each with its values as in {@link #slice}. O(n²) a pair.
     *
     * @throws IllegalArgumentException for a name or a configuration foreign to the space, or the same name twice
     */
    public Surface surface(String first, String second, int points, Configuration at) {
        if (first.equals(second)) {
            throw new IllegalArgumentException("The two parameters [%s] must differ".formatted(first));
        }
        var values = values(first, points);
        var slices = values.stream()
                .map(value -> slice(second, points, with(at, first, value)))
                .toList();
        return new Surface(
                values,
                values(second, points),
                slices.stream()
                        .map(row -> row.stream().map(Point::estimate).toList())
                        .toList(),
                slices.stream()
                        .map(row -> row.stream().map(Point::acquisition).toList())
                        .toList());
    }

    /**
     * Which share of the variance of the expected objective, over the whole space on its scales, each parameter has a part in, alone
     * or with others: total-effect Sobol indices, so that all together may exceed 1. To about 0.05; O(nd²) for 256 points.
     *
     * @return name → index in [0, 1], in the space's order; 0 for constants, and for all where the objective seems constant
     */
    public Map<String, Double> importance() {
        var indices = Importance.of(space, model::mean);
        var importance = new LinkedHashMap<String, Double>();
        int dimension = 0;
        for (var parameter : space.parameters()) {
            importance.put(parameter.name(), parameter.constant() ? 0 : indices[dimension++]);
        }
        return Collections.unmodifiableMap(importance);
    }

    /** How the most credible process would have predicted each modelled success, by trial. O(n³). */
    public List<LeftOut> leaveOneOut() {
        var successes = model.knowledge().successes();
        var predictions = model.members().get(0).leaveOneOut();
        return IntStream.range(0, predictions.size())
                .mapToObj(i -> leftOut(successes.get(i), own(predictions.get(i))))
                .sorted(Comparator.comparingInt(LeftOut::trial))
                .toList();
    }

    private LeftOut leftOut(Success success, Estimate prediction) {
        return new LeftOut(success.spot().trial(), own(success.value()), prediction.mean(), prediction.deviation());
    }

    /** The success of which the best is expected if it were tried again; the earliest of equals. O(nd) a success. */
    public Tried best() {
        return tried(history.successes().stream()
                .min(Comparator.comparingDouble(
                        success -> model.mean(success.spot().point())))
                .orElseThrow());
    }

    /** The success with the best value, be it by luck; the earliest of equals. */
    public Tried bestObserved() {
        return tried(history.successes().stream()
                .min(Comparator.comparingDouble(Success::value))
                .orElseThrow());
    }

    private Tried tried(Success success) {
        var spot = success.spot();
        var configuration = space.canonical(spot.configuration());
        return new Tried(spot.trial(), configuration, own(success.value()), at(configuration));
    }

    /** What the model is made of. */
    public ModelSummary summary() {
        return model.summary(space, Region.whole(space.varying().size()));
    }

    private List<String> values(String name, int points) {
        if (points < 2) {
            throw new IllegalArgumentException("The points [" + points + "] must be at least 2");
        }
        var parameter = space.parameter(name);
        long choices = parameter.choices();
        if (parameter instanceof Parameter.Categorical || (choices > 0 && choices <= points)) {
            return Stream.iterate(parameter.valueAt(0), parameter::after)
                    .limit(choices)
                    .toList();
        }
        return IntStream.range(0, points)
                .mapToObj(i -> parameter.valueAt(i / (points - 1.0)))
                .distinct()
                .toList();
    }

    private static Configuration with(Configuration configuration, String name, String value) {
        var values = new LinkedHashMap<>(configuration.values());
        values.put(name, value);
        return new Configuration(values);
    }

    private double[] point(Configuration configuration) {
        return space.encode(space.canonical(configuration));
    }

    private Estimate own(Estimate estimate) {
        return new Estimate(own(estimate.mean()), estimate.deviation());
    }

    /** A value that is better when lower, in the objective's own direction. */
    private double own(double value) {
        return goal == Goal.MINIMIZE ? value : 0 - value;
    }
}
