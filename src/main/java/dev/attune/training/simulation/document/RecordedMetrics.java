package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metrics, times and failures as they were recorded of real training. */
final class RecordedMetrics implements MetricSource {
    static final List<String> MEMBERS = List.of("file", "csv", "lookup", "neighbours", "log");
    private static final int MOST_NEIGHBOURS = 50;

    private final Columns columns;
    private final int epochs;
    private final Lookup lookup;
    private final Noise noise;

    private RecordedMetrics(Columns columns, List<RecordedTrial> trials, Lookup lookup, Noise noise) {
        this.columns = columns;
        this.epochs = trials.stream().mapToInt(RecordedTrial::length).max().orElse(1);
        this.lookup = lookup;
        this.noise = noise;
    }

    static RecordedMetrics of(Field field, Noise noise) {
        var members = field.members(MEMBERS);
        if (members.has("file")) {
            throw members.require("file")
                    .wrong("only a document that is a file itself can name a file; give the table as csv");
        }
        var table = CsvText.read(members.require("csv"));
        var space = TableSpace.of(
                table.getKey(), table.getValue(), members.find("log").orElse(null));
        var kind = members.read("lookup", f -> f.oneOf(List.of("exact", "nearest", "idw")), "nearest");
        if (members.has("neighbours") && !kind.equals("idw")) {
            throw members.require("neighbours").wrong("belongs to the look-up idw");
        }
        var neighbours = members.read("neighbours", f -> f.whole(1, MOST_NEIGHBOURS), 5);
        var lookup = switch (kind) {
            case "exact" -> Lookup.exact(space);
            case "nearest" -> Lookup.weighted(space, 1);
            default -> Lookup.weighted(space, neighbours);
        };
        return new RecordedMetrics(table.getKey(), table.getValue(), lookup, noise);
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(columns.metrics());
    }

    @Override
    public Series of(TrainingJob job) {
        return new Recorded(job, lookup.of(job));
    }

    /** What is recorded of one training job, as the weighted average of its neighbours. */
    private final class Recorded implements Series {
        private final TrainingJob job;
        private final List<Lookup.Neighbour> neighbours;
        private final RecordedTrial nearest;

        Recorded(TrainingJob job, List<Lookup.Neighbour> neighbours) {
            this.job = job;
            this.neighbours = neighbours;
            this.nearest = neighbours.get(0).trial();
        }

        @Override
        public double value(String metric, int all, int epoch, double progress) {
            var value = Lookup.average(
                    neighbours, trial -> trial.at(epoch).metrics().getOrDefault(metric, Double.NaN));
            return noise.on(Scope.of(job).training(all).after(epoch, progress, Map.of()), metric, value);
        }

        @Override
        public Extent extent() {
            var seconds = Lookup.average(neighbours, trial -> trial.last().seconds());
            var whole = nearest.last().failure().isEmpty() ? seconds : seconds * epochs / nearest.length();
            return new Extent(
                    epochs, Double.isFinite(whole) ? Duration.ofMillis(Math.round(Math.max(0, whole) * 1000)) : null);
        }

        @Override
        public @Nullable Failure failure() {
            var reason = nearest.last().failure();
            return reason.isEmpty() ? null : new Failure(reason, (nearest.length() - 0.5) / epochs);
        }
    }
}
