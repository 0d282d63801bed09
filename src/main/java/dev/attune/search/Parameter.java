package dev.attune.search;

import java.util.List;

/** One dimension of a search space: a named range of numbers or set of texts. */
public sealed interface Parameter {
    String name();

    /** A range of real numbers, both ends included; min ≤ max, finite, and legal for its scaling. */
    record Continuous(String name, double min, double max, Scaling scaling) implements Parameter {}

    /** A range of whole numbers, both ends included; min ≤ max. */
    record Whole(String name, long min, long max, Scaling scaling) implements Parameter {}

    /** A set of texts without order. */
    record Categorical(String name, List<String> values) implements Parameter {
        public Categorical {
            values = List.copyOf(values);
        }
    }
}
