package dev.attune.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** AWS's timestamps: JSON numbers, seconds since 1970, cut to milliseconds, never with an exponent. */
final class EpochSeconds {
    private static final int MILLIS = 3;
    /** The last second of the year 9999. */
    private static final BigDecimal LIMIT = BigDecimal.valueOf(253_402_300_799L);

    private EpochSeconds() {}

    static void register(SimpleModule module) {
        module.addSerializer(Instant.class, new Writer());
        module.addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Instant> {
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

    private static final class Reader extends ValueDeserializer<Instant> {
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
}
