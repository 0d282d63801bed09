package dev.attune.wire;

import java.nio.ByteBuffer;
import java.util.Base64;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Blob members: a string in base64 (RFC 4648) with its padding. What is read is a buffer that cannot be written to. */
final class Blobs {
    private Blobs() {}

    static void register(SimpleModule module) {
        module.addDeserializer(ByteBuffer.class, new Reader());
    }

    private static final class Reader extends ValueDeserializer<ByteBuffer> {
        @Override
        public ByteBuffer deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (ByteBuffer) context.handleUnexpectedToken(ByteBuffer.class, in);
            }
            var text = in.getString();
            try {
                if (text.length() % 4 == 0) {
                    return ByteBuffer.wrap(Base64.getDecoder().decode(text)).asReadOnlyBuffer();
                }
            } catch (IllegalArgumentException e) {
                // Refused below, as what lacks its padding is.
            }
            throw context.weirdStringException(text, ByteBuffer.class, "not base64");
        }
    }
}
