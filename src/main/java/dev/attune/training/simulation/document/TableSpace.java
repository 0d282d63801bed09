package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.simulation.document.Lookup.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The space that a table's trials lie in: each numeric hyperparameter is scaled to [0, 1] by its least and greatest value, in logarithms where
 * the author says so; two categories are 1 apart.
 */
final class TableSpace {
    private static final int MOST_LOGARITHMIC = 100;

    private final List<RecordedTrial> trials;
    private final List<Axis> axes;
    private final double[][] places;

    private TableSpace(List<RecordedTrial> trials, List<Axis> axes) {
        this.trials = trials;
        this.axes = axes;
        this.places = trials.stream()
                .map(trial -> axes.stream()
                        .mapToDouble(axis -> axis.place(text(trial, axis)))
                        .toArray())
                .toArray(double[][]::new);
    }

    static TableSpace of(Columns columns, List<RecordedTrial> trials, @Nullable Field log) {
        var logarithmic = log == null
                ? Set.<String>of()
                : log.oneOrMore(MOST_LOGARITHMIC).stream().map(Field::text).collect(Collectors.toSet());
        if (log != null && !columns.hyperParameters().containsAll(logarithmic)) {
            throw log.wrong("%s must be hyperparameters of the table, which are %s"
                    .formatted(logarithmic.stream().sorted().toList(), columns.hyperParameters()));
        }
        var axes = new ArrayList<Axis>();
        for (var name : columns.hyperParameters()) {
            axes.add(Axis.of(name, trials, logarithmic.contains(name) ? log : null));
        }
        return new TableSpace(trials, List.copyOf(axes));
    }

    private static String text(RecordedTrial trial, Axis axis) {
        return trial.values().getOrDefault(axis.name(), "");
    }

    /** The nearest trials, the first of equals before; throws MissingValueException. */
    List<Neighbour> nearest(Scope job, int count) {
        var texts = axes.stream().map(axis -> job.text(axis.name())).toList();
        var place = IntStream.range(0, axes.size())
                .mapToDouble(a -> axes.get(a).place(texts.get(a)))
                .toArray();
        return IntStream.range(0, trials.size())
                .mapToObj(i -> new Neighbour(trials.get(i), squaredDistance(i, texts, place)))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(count)
                .toList();
    }

    private double squaredDistance(int trial, List<String> texts, double[] place) {
        var sum = 0.0;
        for (int a = 0; a < place.length; a++) {
            var axis = axes.get(a);
            var apart = axis.numeric()
                    ? places[trial][a] - place[a]
                    : texts.get(a).equals(text(trials.get(trial), axis)) ? 0 : 1;
            sum += apart * apart;
        }
        return sum;
    }
}
