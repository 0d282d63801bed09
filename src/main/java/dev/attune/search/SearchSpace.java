package dev.attune.search;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The tunable hyperparameters of a tuning job, in the order in which they were declared. It carries a configuration to a point of
 * the unit cube and back; parameters with one value only are constants and no dimensions of the cube.
 */
public record SearchSpace(List<Parameter> parameters) {
    public SearchSpace {
        parameters = List.copyOf(parameters);
        var names = new HashSet<String>();
        for (var parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("The parameter [%s] is given twice".formatted(parameter.name()));
            }
        }
    }

    /** The parameters that have more than one value: one dimension of the unit cube each, in this order. */
    public List<Parameter> varying() {
        return parameters.stream().filter(p -> !p.constant()).toList();
    }

    /** How many parameters have more than one value. */
    public int dimensions() {
        return varying().size();
    }

    /**
     * The parameter of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Parameter parameter(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The space has no parameter [%s]".formatted(name)));
    }

    /** Where a value stands in its parameter's range; see {@link Parameter#position}. */
    public double position(String name, String text) {
        return parameter(name).position(text);
    }

    /** How many values the parameter has; 0 for a continuum. */
    public long choices(String name) {
        return parameter(name).choices();
    }

    /** How many configurations there are; infinite with a continuum among them. */
    public double combinations() {
        double product = 1;
        for (var parameter : parameters) {
            long choices = parameter.choices();
            product *= choices == 0 ? Double.POSITIVE_INFINITY : choices;
        }
        return product;
    }

    /**
     * The configuration's point in the unit cube. Values of names that the space does not have are ignored.
     *
     * @throws IllegalArgumentException where a value is missing or outside its range
     */
    public double[] encode(Configuration configuration) {
        var point = new double[dimensions()];
        int dimension = 0;
        for (var parameter : parameters) {
            double position = parameter.position(text(configuration, parameter));
            if (!parameter.constant()) {
                point[dimension++] = position;
            }
        }
        return point;
    }

    /** The configuration nearest to a point of the unit cube ({@link #dimensions} coordinates). */
    public Configuration decode(double[] point) {
        var values = new LinkedHashMap<String, String>();
        int dimension = 0;
        for (var parameter : parameters) {
            values.put(parameter.name(), parameter.valueAt(parameter.constant() ? 0.5 : point[dimension++]));
        }
        return new Configuration(values);
    }

    /**
     * The same configuration as {@link #decode} would print it; equal configurations have equal canonical forms.
     *
     * @throws IllegalArgumentException where a value is missing or outside its range
     */
    public Configuration canonical(Configuration configuration) {
        var values = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            values.put(parameter.name(), parameter.canonical(text(configuration, parameter)));
        }
        return new Configuration(values);
    }

    private static String text(Configuration configuration, Parameter parameter) {
        var text = configuration.values().get(parameter.name());
        if (text == null) {
            throw new IllegalArgumentException("The configuration has no value of [%s]".formatted(parameter.name()));
        }
        return text;
    }
}
