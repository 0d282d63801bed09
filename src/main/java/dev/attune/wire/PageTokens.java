package dev.attune.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque page tokens: a payload (where the next page begins) sealed with HMAC-SHA256 and bound to the listing it came from. The payload
 * can be read by who decodes it, but not altered, and the token is of no use to another listing, account or region.
 */
public final class PageTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 32;
    private static final int MAX_TOKEN = 8192;
    private static final int MAX_PAYLOAD_BYTES = MAX_TOKEN / 4 * 3 - SEAL_BYTES;

    private final SecretKeySpec key;

    /** Several nodes, and a node before and after its restart, need the same key. */
    public PageTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * What a token is bound to.
     *
     * @param filters everything else in the request that decides which items are listed in which order
     */
    public record Scope(String operation, String account, String region, List<String> filters) {
        public Scope {
            filters = List.copyOf(filters);
        }
    }

    /**
     * Makes a token of a payload.
     *
     * @throws IllegalArgumentException if the payload is too long for a token of 8192 characters
     */
    public String seal(String payload, Scope scope) {
        var content = payload.getBytes(StandardCharsets.UTF_8);
        if (content.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("payload of [" + content.length + "] bytes is too long");
        }
        var token = ByteBuffer.allocate(SEAL_BYTES + content.length)
                .put(sign(content, scope))
                .put(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The payload; empty if the token was not sealed with this key for this scope. */
    public Optional<String> open(String token, Scope scope) {
        if (token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (decoded.length < SEAL_BYTES
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(decoded)
                        .equals(token)) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(decoded);
        var seal = new byte[SEAL_BYTES];
        var content = new byte[decoded.length - SEAL_BYTES];
        buffer.get(seal).get(content);
        return MessageDigest.isEqual(seal, sign(content, scope))
                ? Optional.of(new String(content, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Every part is preceded by its length and the filters by their number, so that no two scopes run together to the same bytes. */
    private byte[] sign(byte[] content, Scope scope) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, scope.operation().getBytes(StandardCharsets.UTF_8));
            add(mac, scope.account().getBytes(StandardCharsets.UTF_8));
            add(mac, scope.region().getBytes(StandardCharsets.UTF_8));
            mac.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(scope.filters().size())
                    .array());
            for (var filter : scope.filters()) {
                add(mac, filter.getBytes(StandardCharsets.UTF_8));
            }
            mac.update(content);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }
}
