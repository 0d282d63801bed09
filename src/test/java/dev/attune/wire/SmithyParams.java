package dev.attune.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The values that a case of {@link SmithySuite} is about, as a record. No protocol is in them: a timestamp is always epoch seconds, a blob is
 * its text. A value that the record has no member for is an error.
 */
final class SmithyParams {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("params")
                    .addDeserializer(Instant.class, new EpochSeconds())
                    .addDeserializer(ByteBuffer.class, new PlainText()))
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SmithyParams() {}

    static <T> T read(ObjectNode params, Class<T> type) {
        return MAPPER.readValue(Node.printJson(params), type);
    }

    private static final class EpochSeconds extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            return Instant.ofEpochMilli(
                    in.getDecimalValue().multiply(BigDecimal.valueOf(1000)).longValueExact());
        }
    }

    private static final class PlainText extends ValueDeserializer<ByteBuffer> {
        @Override
        public ByteBuffer deserialize(JsonParser in, DeserializationContext context) {
            return ByteBuffer.wrap(in.getString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
