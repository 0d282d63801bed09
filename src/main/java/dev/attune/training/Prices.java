package dev.attune.training;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.attune.document.Decimal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of prices of instances, each with the day of which it is: what is reckoned with them is an estimate. A type that is not in the table
 * has no price, and nobody guesses one.
 */
public final class Prices {
    private static final List<String> COLUMNS = List.of("instanceType", "usdPerHour", "asOf", "source");
    private static final long LARGEST = 1 << 20;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);
    private static final Prices BUILT_IN = new Prices(read(Csv.resource("prices.csv")));

    private final Map<String, Price> byType;

    private Prices(Map<String, Price> byType) {
        this.byType = Map.copyOf(byType);
    }

    /** The prices that come with Attune. docs/DECISIONS.md says where they are from. */
    public static Prices builtIn() {
        return BUILT_IN;
    }

    /**
     * Those, but with a file's in their places.
     *
     * @throws IllegalArgumentException where it is no table of prices; the message says where and why
     */
    public static Prices of(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("it is larger than [" + LARGEST + "] bytes");
            }
            return BUILT_IN.with(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The price file [" + file + "] cannot be used: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
    }

    /** These, but with those of a table in their places; throws IllegalArgumentException. */
    Prices with(String table) {
        var all = new HashMap<>(byType);
        all.putAll(read(table));
        return new Prices(all);
    }

    /** Empty where it is not known. */
    public Optional<Price> of(String instanceType) {
        return Optional.ofNullable(byType.get(instanceType));
    }

    private static Map<String, Price> read(String table) {
        var prices = new HashMap<String, Price>();
        try {
            for (var row : Csv.rows(table)) {
                var type = cell(row, "instanceType");
                if (prices.put(type, price(row)) != null) {
                    throw wrong(row, "[" + type + "] is there twice");
                }
            }
            return prices;
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("it is no CSV: " + e.getMessage(), e);
        }
    }

    private static Price price(NamedCsvRecord row) {
        return new Price(dollars(row), day(row), cell(row, "source"));
    }

    private static BigDecimal dollars(NamedCsvRecord row) {
        var text = cell(row, "usdPerHour");
        var number = Decimal.parse(text).isPresent() ? new BigDecimal(text) : BigDecimal.valueOf(-1);
        if (number.signum() < 0 || number.compareTo(HIGHEST) > 0) {
            throw wrong(row, "usdPerHour [" + text + "] must be a number from 0 to [" + HIGHEST + "]");
        }
        return number;
    }

    private static LocalDate day(NamedCsvRecord row) {
        var text = cell(row, "asOf");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(row, "asOf [" + text + "] must be a day such as 2026-11-24");
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        if (!new HashSet<>(row.getHeader()).equals(new HashSet<>(COLUMNS))) {
            throw new IllegalArgumentException("its columns are " + row.getHeader() + " and must be " + COLUMNS);
        }
        var text = row.findField(column).orElse("").strip();
        if (text.isEmpty()) {
            throw wrong(row, "there is no " + column);
        }
        return text;
    }

    private static IllegalArgumentException wrong(NamedCsvRecord row, String reason) {
        return new IllegalArgumentException("line [" + row.getStartingLineNumber() + "]: " + reason);
    }
}
