package dev.attune.search;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds configurations that no trial has had yet. */
final class Novelty {
    private static final int DRAWS = 64;

    private final SearchSpace space;
    private final History history;

    Novelty(SearchSpace space, History history) {
        this.space = space;
        this.history = history;
    }

    /** Whether every configuration of a discrete space has been tried or is pending. */
    boolean exhausted() {
        return history.distinct() >= space.combinations();
    }

    /**
     * A configuration uniform in the scaled space, and new: drawn again while it is not, and from then on the next in the order
     * of the space. Empty where a discrete space is exhausted.
     */
    Optional<Configuration> random(RandomGenerator random) {
        if (exhausted()) {
            return Optional.empty();
        }
        var configuration = draw(random);
        for (int i = 1; i < DRAWS && history.has(configuration); i++) {
            configuration = draw(random);
        }
        for (int i = 0; i <= history.distinct() && history.has(configuration); i++) {
            configuration = after(configuration);
        }
        return Optional.of(configuration);
    }

    private Configuration draw(RandomGenerator random) {
        var point = new double[space.dimensions()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextDouble();
        }
        return space.decode(point);
    }

    /** Counts up the values of the parameters like digits. */
    private Configuration after(Configuration configuration) {
        var values = new LinkedHashMap<>(configuration.values());
        for (var parameter : space.parameters()) {
            var next = parameter.after(values.getOrDefault(parameter.name(), ""));
            values.put(parameter.name(), next);
            if (!next.equals(parameter.valueAt(0))) {
                break;
            }
        }
        return new Configuration(values);
    }
}
