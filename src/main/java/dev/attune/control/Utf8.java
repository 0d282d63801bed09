package dev.attune.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads bytes as text, strictly: a wrong byte is not passed over. */
final class Utf8 {
    private Utf8() {}

    /** Throws IllegalArgumentException where the bytes are no UTF-8. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The body is not UTF-8", e);
        }
    }
}
