package dev.attune.wire;

import org.jspecify.annotations.Nullable;

/** What goes back to the client, to the byte. */
final class Reply {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final @Nullable String errorCode;

    private Reply(int status, String contentType, byte[] body, @Nullable String errorCode) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.errorCode = errorCode;
    }

    static Reply success(String contentType, byte[] body) {
        return new Reply(200, contentType, body, null);
    }

    static Reply error(int status, String contentType, byte[] body, String errorCode) {
        return new Reply(status, contentType, body, errorCode);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    /** Not copied. */
    byte[] body() {
        return body;
    }

    /** Null for a success. */
    @Nullable String errorCode() {
        return errorCode;
    }
}
