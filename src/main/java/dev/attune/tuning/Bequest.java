package dev.attune.tuning;

import dev.attune.search.Configuration;
import dev.attune.search.Observation;
import dev.attune.search.Parameter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one parent leaves to a tuning job: its successful trials in the terms of the child's search space.
 *
 * <p>A trial is an observation of the child's objective where data and algorithm are the same, what is static in the child had the child's
 * value, and what is tuned in it had a value of its range. Of other trials the value says nothing certain, but the best configurations are
 * hints, moved to the nearest bound where a number lies outside its range.
 */
record Bequest(TuningJobSnapshot parent, TuningDefinition child) {
    /** More than the search would model. */
    private static final int MOST_OBSERVATIONS = 500;

    private static final int MOST_HINTS = 20;

    /** By trial; of very many the best and a spread over the others. */
    List<Observation> observations() {
        var known = ranked().stream().filter(this::isObservation).toList();
        var estimates = Estimates.of(child.objective().goal(), parent.trials());
        int kept = Math.min(MOST_OBSERVATIONS, known.size());
        return IntStream.range(0, kept)
                .mapToObj(i -> known.get((int) ((long) i * known.size() / kept)))
                .sorted(Comparator.comparing(Trial::number))
                .map(trial -> new Observation(trial.number(), own(trial).orElseThrow(), estimates.of(trial)))
                .toList();
    }

    /** Best first. */
    List<Configuration> hints() {
        return ranked().stream()
                .filter(trial -> !isObservation(trial))
                .flatMap(trial -> nearest(trial).stream())
                .distinct()
                .limit(MOST_HINTS)
                .toList();
    }

    /** The parent's successes, best first. */
    private List<Trial> ranked() {
        Comparator<Double> order = switch (child.objective().goal()) {
            case MINIMIZE -> Comparator.naturalOrder();
            case MAXIMIZE -> Comparator.reverseOrder();
        };
        return parent.trials().stream()
                .filter(Trial::succeeded)
                .sorted(Comparator.comparing((Trial trial) -> Objects.requireNonNull(trial.objective()), order)
                        .thenComparing(Trial::number))
                .toList();
    }

    private boolean isObservation(Trial trial) {
        var warmStart = child.warmStart();
        return warmStart != null
                && warmStart.kind() == WarmStart.Kind.IDENTICAL_DATA_AND_ALGORITHM
                && hasStaticValuesOfChild(trial)
                && own(trial).isPresent();
    }

    private boolean hasStaticValuesOfChild(Trial trial) {
        var values = values(trial);
        return child.training().staticHyperParameters().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(TrainingJobs.OBJECTIVE_HYPERPARAMETER))
                .allMatch(entry -> HyperParameterText.equal(entry.getValue(), values.get(entry.getKey())));
    }

    /** All values that the trial had, static ones too. */
    private Map<String, String> values(Trial trial) {
        var values = new HashMap<>(parent.job().definition().training().staticHyperParameters());
        values.putAll(trial.configuration().values());
        return values;
    }

    /** The trial's configuration in the child's space; empty where it lies outside. */
    private Optional<Configuration> own(Trial trial) {
        try {
            return Optional.of(child.space().canonical(new Configuration(values(trial))));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** The configuration of the child's space that is nearest to the trial's; empty where a value has no nearest one. */
    private Optional<Configuration> nearest(Trial trial) {
        var values = values(trial);
        var near = new LinkedHashMap<String, String>();
        for (var parameter : child.space().parameters()) {
            nearest(parameter, values.getOrDefault(parameter.name(), ""))
                    .ifPresent(value -> near.put(parameter.name(), value));
        }
        return near.size() == child.space().parameters().size()
                ? Optional.of(new Configuration(near))
                : Optional.empty();
    }

    private static Optional<String> nearest(Parameter parameter, String text) {
        try {
            return Optional.of(parameter.canonical(text));
        } catch (IllegalArgumentException outside) {
            return parameter instanceof Parameter.Categorical
                    ? Optional.empty()
                    : HyperParameterText.number(text)
                            .map(number ->
                                    parameter.valueAt(number < Double.parseDouble(parameter.valueAt(0.5)) ? 0 : 1));
        }
    }
}
