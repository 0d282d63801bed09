package dev.attune.training;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table of recorded trials as CSV, in the form that a workload document's {@code table} reads: columns of hyperparameters, {@link #EPOCH} and
 * {@link #SECONDS}, columns of metrics, {@link #FAILURE}; a row for each epoch of each trial.
 *
 * @param trials of equal configurations the first one counts: a table has one value for each
 */
public record TrialTable(List<String> hyperParameters, List<String> metrics, List<TrialRecord> trials) {
    public static final String EPOCH = "_epoch";
    public static final String SECONDS = "_seconds";
    public static final String FAILURE = "_failure";

    /** Throws IllegalArgumentException where the names cannot be columns of a table. */
    public TrialTable {
        hyperParameters = List.copyOf(hyperParameters);
        metrics = List.copyOf(metrics);
        trials = List.copyOf(trials);
        var seen = new HashSet<String>();
        for (var name :
                Stream.concat(hyperParameters.stream(), metrics.stream()).toList()) {
            if (name.startsWith("_") || !seen.add(name)) {
                throw new IllegalArgumentException("A table of trials cannot have a column [" + name
                        + "]: names must be there once, and not begin with _");
            }
        }
    }

    /** A table of these trials and of all metrics in them, this one first. */
    public static TrialTable of(List<String> hyperParameters, String metric, List<TrialRecord> trials) {
        var metrics = trials.stream()
                .flatMap(trial -> trial.rows().stream())
                .flatMap(row -> row.metrics().keySet().stream())
                .filter(name -> !name.equals(metric))
                .distinct()
                .sorted();
        return new TrialTable(
                hyperParameters, Stream.concat(Stream.of(metric), metrics).toList(), trials);
    }

    /** The table's text. */
    public String csv() {
        var text = new StringWriter();
        try (var out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            out.writeRecord(names());
            var most = lastEpoch();
            for (var trial : distinct().entrySet()) {
                for (var row : merged(trial.getValue().rows(), most)) {
                    out.writeRecord(cells(trial.getKey(), row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot fail to be written", e);
        }
        return text.toString();
    }

    private List<String> names() {
        var names = new ArrayList<>(hyperParameters);
        names.add(EPOCH);
        names.add(SECONDS);
        names.addAll(metrics);
        names.add(FAILURE);
        return names;
    }

    /** The first trial of each configuration, by its cells. */
    private Map<List<String>, TrialRecord> distinct() {
        var distinct = new LinkedHashMap<List<String>, TrialRecord>();
        for (var trial : trials) {
            var cells = hyperParameters.stream()
                    .map(name -> Unquoted.of(trial.hyperParameters().getOrDefault(name, "")))
                    .toList();
            distinct.putIfAbsent(cells, trial);
        }
        return distinct;
    }

    /** The last epoch of which any trial has a metric, at least 1. */
    private int lastEpoch() {
        return trials.stream()
                .flatMap(trial -> trial.rows().stream())
                .filter(row -> !row.metrics().isEmpty())
                .mapToInt(TrialRecord.Row::epoch)
                .max()
                .orElse(1);
    }

    /** The same rows, but a failure after the last epoch of all is one in it: a table's longest trial says how many epochs there are. */
    private static List<TrialRecord.Row> merged(List<TrialRecord.Row> rows, int most) {
        var last = rows.get(rows.size() - 1);
        if (last.epoch() <= most || rows.size() < 2) {
            return rows;
        }
        var before = rows.get(rows.size() - 2);
        var merged = new ArrayList<>(rows.subList(0, rows.size() - 2));
        merged.add(new TrialRecord.Row(before.epoch(), last.seconds(), before.metrics(), last.failure()));
        return merged;
    }

    private List<String> cells(List<String> configuration, TrialRecord.Row row) {
        var cells = new ArrayList<>(configuration);
        cells.add(Integer.toString(row.epoch()));
        cells.add(number(row.seconds()));
        metrics.forEach(metric -> cells.add(number(row.metrics().getOrDefault(metric, Double.NaN))));
        cells.add(row.failure());
        return cells;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
