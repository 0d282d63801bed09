package dev.attune.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * AWS's timestamps: JSON numbers, seconds since 1970, cut to milliseconds, never with an exponent. A member with {@link TimestampText} is a
 * string instead.
 */
final class Timestamps {
    private static final int MILLIS = 3;
    /** The last second of the year 9999. */
    private static final BigDecimal LIMIT = BigDecimal.valueOf(253_402_300_799L);

    private Timestamps() {}

    static void register(SimpleModule module) {
        module.addSerializer(Instant.class, new Writer());
        module.addDeserializer(Instant.class, new Reader());
    }

    private static @Nullable TimestampText text(@Nullable BeanProperty member) {
        return member == null ? null : member.getAnnotation(TimestampText.class);
    }

    private static final class Writer extends ValueSerializer<Instant> {
        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty member) {
            var text = text(member);
            return text == null ? this : new TextWriter(text.value());
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            long millis = value.toEpochMilli();
            if (millis % 1000 == 0) {
                out.writeNumber(millis / 1000);
            } else {
                out.writeNumber(BigDecimal.valueOf(millis, MILLIS).stripTrailingZeros());
            }
        }
    }

    private static final class TextWriter extends ValueSerializer<Instant> {
        private final TimestampText.Format format;

        TextWriter(TimestampText.Format format) {
            this.format = format;
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(format.write(value.truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    private static final class Reader extends ValueDeserializer<Instant> {
        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty member) {
            var text = text(member);
            return text == null ? this : new TextReader(text.value());
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (!in.currentToken().isNumeric()) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            var seconds = in.getDecimalValue();
            if (seconds.abs().compareTo(LIMIT) > 0) {
                throw context.weirdNumberException(seconds, Instant.class, "out of range");
            }
            // A number such as 1e-999999999 must not be expanded.
            return seconds.signum() == 0 || seconds.precision() - (long) seconds.scale() < -MILLIS
                    ? Instant.EPOCH
                    : Instant.ofEpochMilli(seconds.setScale(MILLIS, RoundingMode.FLOOR)
                            .movePointRight(MILLIS)
                            .longValueExact());
        }
    }

    private static final class TextReader extends ValueDeserializer<Instant> {
        private final TimestampText.Format format;

        TextReader(TimestampText.Format format) {
            this.format = format;
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            try {
                return format.read(in.getString()).truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException e) {
                throw context.weirdStringException(in.getString(), Instant.class, "not a timestamp");
            }
        }
    }
}
