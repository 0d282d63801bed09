package dev.attune.training.simulation.document;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.attune.document.Decimal;
import dev.attune.document.DocumentException;
import dev.attune.document.Field;
import dev.attune.training.simulation.document.RecordedTrial.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a table of trials from CSV as RFC 4180 has it. A wrong cell is refused with its line in the table. */
final class CsvText {
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_EPOCHS = 100_000;

    private final Field field;
    private final Columns columns;

    private CsvText(Field field, Columns columns) {
        this.field = field;
        this.columns = columns;
    }

    /** The columns and the trials; throws DocumentException. */
    static Map.Entry<Columns, List<RecordedTrial>> read(Field field) {
        try {
            var records = records(field);
            var names = records.isEmpty() ? List.<String>of() : records.get(0).getFields();
            var text = new CsvText(field, Columns.of(field, names));
            if (records.size() < 2 || records.size() > MOST_ROWS + 1) {
                throw field.wrong("the table must have a line of names and 1 to [%d] rows".formatted(MOST_ROWS));
            }
            return Map.entry(text.columns, text.trials(records.subList(1, records.size())));
        } catch (CsvParseException e) {
            throw field.wrong("the table is no CSV: " + e.getMessage());
        }
    }

    private static List<CsvRecord> records(Field field) {
        try (var reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(field.text())) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot fail to be read", e);
        }
    }

    private List<RecordedTrial> trials(List<CsvRecord> records) {
        var rows = new ArrayList<Map.Entry<Map<String, String>, Map.Entry<Integer, Row>>>();
        var seen = new HashSet<Object>();
        for (var csv : records) {
            var cells = cells(csv);
            var values = new TreeMap<String, String>();
            columns.hyperParameters().forEach(name -> values.put(name, cells.getOrDefault(name, "")));
            var epoch = epoch(csv, cells);
            if (!seen.add(Map.entry(values, epoch))) {
                throw wrong(csv, "the trial's epoch [" + epoch + "] is there twice");
            }
            rows.add(Map.entry(values, Map.entry(epoch, row(csv, cells))));
        }
        return RecordedTrial.group(rows);
    }

    /** By column; the reader has seen to it that there are as many cells as columns. */
    private Map<String, String> cells(CsvRecord csv) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < csv.getFieldCount(); i++) {
            cells.put(columns.all().get(i), csv.getField(i).strip());
        }
        return cells;
    }

    private int epoch(CsvRecord csv, Map<String, String> cells) {
        var text = cells.getOrDefault(Columns.EPOCH, "1");
        var epoch = Decimal.parse(text).orElse(0);
        if (epoch != Math.rint(epoch) || epoch < 1 || epoch > MOST_EPOCHS) {
            throw wrong(csv, "%s [%s] must be a whole number from 1".formatted(Columns.EPOCH, Field.shown(text)));
        }
        return (int) epoch;
    }

    private Row row(CsvRecord csv, Map<String, String> cells) {
        var metrics = new HashMap<String, Double>();
        columns.metrics().forEach(name -> metrics.put(name, number(csv, name, cells)));
        return new Row(metrics, number(csv, Columns.SECONDS, cells), cells.getOrDefault(Columns.FAILURE, ""));
    }

    private double number(CsvRecord csv, String name, Map<String, String> cells) {
        var text = cells.getOrDefault(name, "");
        if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        return Decimal.parse(text)
                .orElseThrow(
                        () -> wrong(csv, "%s [%s] must be a number".formatted(Field.shown(name), Field.shown(text))));
    }

    private DocumentException wrong(CsvRecord csv, String reason) {
        return field.wrong("line %d of the table: %s".formatted(csv.getStartingLineNumber(), reason));
    }
}
