package dev.attune.api.ga.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers and times from text. */
final class Scalars {
    private static final int LONGEST = 400;
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern ZONED = Pattern.compile(".*T.*([Zz]|[-+][0-9:]+)");

    private Scalars() {}

    /** The number that a text is; empty for any other text, and for one that is too long to be one in earnest. */
    static Optional<BigDecimal> number(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    static BigDecimal truncated(BigDecimal number) {
        return number.setScale(0, RoundingMode.DOWN);
    }

    // AWS: YYYY-mm-dd'T'HH:MM:SS; a fraction and an offset are taken as well.
    /** Seconds since 1970 of a time, which is UTC unless it says otherwise. */
    static Optional<BigDecimal> time(String text) {
        try {
            var time = ZONED.matcher(text).matches()
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            return Optional.of(BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
