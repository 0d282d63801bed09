package dev.attune.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as its SigV4 credential scope tells. Nothing is verified.
 *
 * @param account the access key id if it is 12 digits, else null
 * @param region the region of the credential scope, {@code us-east-1} for an anonymous caller
 * @param requestId the id that the reply carries
 */
public record Caller(@Nullable String account, String region, String requestId) {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final int MAX_HEADER = 4096;
    private static final String SCHEME = "AWS4-HMAC-SHA256 ";
    private static final Pattern CREDENTIAL = Pattern.compile(
            "Credential=(?<key>[A-Za-z0-9_-]{1,128})/[0-9]{8}/(?<region>[a-z0-9-]{1,32})/[a-z0-9-]{1,64}/aws4_request");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /** Reads an Authorization header; a missing or malformed one is an anonymous caller's. */
    static Caller from(@Nullable String authorization, String requestId) {
        var anonymous = new Caller(null, DEFAULT_REGION, requestId);
        if (authorization == null || authorization.length() > MAX_HEADER || !authorization.startsWith(SCHEME)) {
            return anonymous;
        }
        return Stream.of(authorization.substring(SCHEME.length()).split(","))
                .map(part -> CREDENTIAL.matcher(part.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(scope -> of(scope.group("key"), scope.group("region"), requestId))
                .orElse(anonymous);
    }

    private static Caller of(String key, String region, String requestId) {
        return new Caller(ACCOUNT.matcher(key).matches() ? key : null, region, requestId);
    }
}
