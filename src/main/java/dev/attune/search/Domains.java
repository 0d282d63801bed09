package dev.attune.search;

import dev.attune.search.optim.Domain;

/** The varying dimensions of a space as the leaves of the search see them. */
final class Domains {
    /** Whole numbers with more values than this are modelled as a continuum. */
    private static final long MOST_LEVELS = 1000;

    private Domains() {}

    static Domain of(SearchSpace space) {
        var varying = space.varying();
        var levels = new double[varying.size()][];
        var nominal = new boolean[varying.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = levels(varying.get(i));
            nominal[i] = varying.get(i) instanceof Parameter.Categorical;
        }
        return new Domain(levels, nominal);
    }

    private static double[] levels(Parameter parameter) {
        if (parameter.choices() == 0 || parameter.choices() > MOST_LEVELS) {
            return new double[0];
        }
        var levels = new double[(int) parameter.choices()];
        var text = parameter.valueAt(0);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = parameter.position(text);
            text = parameter.after(text);
        }
        return levels;
    }
}
