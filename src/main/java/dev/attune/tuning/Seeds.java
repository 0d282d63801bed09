package dev.attune.tuning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Random numbers that depend on names alone: the first 64 bits of a SHA-256 digest. */
public final class Seeds {
    private Seeds() {}

    /** The seed that belongs to these words; the words are told apart by their order and their borders. */
    public static long of(long seed, String... words) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        for (var word : words) {
            var bytes = word.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
