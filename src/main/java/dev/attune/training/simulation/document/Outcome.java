package dev.attune.training.simulation.document;

import dev.attune.training.simulation.Ending;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an attempt.
 *
 * @param ending if it is the last
 * @param silent whether no metric is written
 * @param retry how it counts if the service tries again; null where it does not
 */
record Outcome(Ending ending, boolean silent, Ending.@Nullable Setback retry) {
    static final Outcome COMPLETED = of(Ending.COMPLETED);

    String words() {
        return ending.words() + (silent ? ", without a metric" : "");
    }

    static Outcome of(Ending ending) {
        return new Outcome(ending, false, null);
    }
}
