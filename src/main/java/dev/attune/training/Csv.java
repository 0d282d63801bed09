package dev.attune.training;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads tables with a line of names. */
final class Csv {
    private Csv() {}

    /** The rows of a table; throws fastcsv's CsvParseException where it is none. */
    static List<NamedCsvRecord> rows(String table) {
        try (var reader = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(table)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot fail to be read", e);
        }
    }

    /** The text of a table that comes with this package. */
    static String resource(String name) {
        try (var in = Objects.requireNonNull(Csv.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read [" + name + "]", e);
        }
    }
}
