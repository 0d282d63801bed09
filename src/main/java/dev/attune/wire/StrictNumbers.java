package dev.attune.wire;

import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Floating point members: a finite JSON number, or one of AWS's three strings. {@code 1e400} is neither. And bytes from -128 to 127, where
 * Jackson would take 255 too.
 */
final class StrictNumbers {
    private static final Map<String, Double> SPECIAL =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    private StrictNumbers() {}

    static void register(SimpleModule module) {
        module.addDeserializer(Double.class, new DoubleReader());
        module.addDeserializer(Double.TYPE, new DoubleReader());
        module.addDeserializer(Float.class, new FloatReader());
        module.addDeserializer(Float.TYPE, new FloatReader());
        module.addDeserializer(Byte.class, new ByteReader());
        module.addDeserializer(Byte.TYPE, new ByteReader());
    }

    private static double read(JsonParser in, DeserializationContext context, Class<?> type) {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            var special = SPECIAL.get(in.getString());
            if (special != null) {
                return special;
            }
        }
        if (!in.currentToken().isNumeric()) {
            // Always throws: no problem handler is registered.
            return ((Number) context.handleUnexpectedToken(type, in)).doubleValue();
        }
        double value = in.getDecimalValue().doubleValue();
        if (Double.isInfinite(type == Float.class ? (float) value : value)) {
            throw context.weirdNumberException(value, type, "out of range");
        }
        return value;
    }

    private static final class DoubleReader extends ValueDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) {
            return read(in, context, Double.class);
        }
    }

    private static final class ByteReader extends ValueDeserializer<Byte> {
        @Override
        public Byte deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return (Byte) context.handleUnexpectedToken(Byte.class, in);
            }
            var value = in.getBigIntegerValue();
            if (value.bitLength() >= Byte.SIZE) {
                throw context.weirdNumberException(value, Byte.class, "out of range");
            }
            return value.byteValue();
        }
    }

    private static final class FloatReader extends ValueDeserializer<Float> {
        @Override
        public Float deserialize(JsonParser in, DeserializationContext context) {
            return (float) read(in, context, Float.class);
        }
    }
}
