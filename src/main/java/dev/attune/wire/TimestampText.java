package dev.attune.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** A timestamp, or a list or map of timestamps, that is text on the wire: Smithy's trait {@code timestampFormat}. */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface TimestampText {
    Format value();

    /** The formats that Smithy has besides epoch seconds, both in UTC, with a fraction of the second only if it is not zero. */
    enum Format {
        /** RFC 3339, such as {@code 2000-01-02T20:34:56.123Z}. */
        DATE_TIME("", "-MM-dd'T'HH:mm:ss", "Z"),
        /** RFC 9110's IMF-fixdate, such as {@code Sun, 02 Jan 2000 20:34:56 GMT}. */
        HTTP_DATE("EEE, dd MMM ", " HH:mm:ss", " GMT");

        private final DateTimeFormatter formatter;

        Format(String beforeYear, String afterYear, String end) {
            formatter = new DateTimeFormatterBuilder()
                    .appendPattern(beforeYear)
                    .appendValue(ChronoField.YEAR, 4)
                    .appendPattern(afterYear)
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendLiteral(end)
                    .toFormatter(Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withZone(ZoneOffset.UTC);
        }

        /** @throws java.time.DateTimeException if the text is of another format, or no date */
        Instant read(String text) {
            return formatter.parse(text, Instant::from);
        }

        String write(Instant time) {
            return formatter.format(time);
        }
    }
}
