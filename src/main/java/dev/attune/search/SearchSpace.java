package dev.attune.search;

import java.util.List;

/** The tunable hyperparameters of a tuning job, in the order in which they were declared. */
public record SearchSpace(List<Parameter> parameters) {
    public SearchSpace {
        parameters = List.copyOf(parameters);
    }
}
