package dev.attune.wire;

import org.jspecify.annotations.Nullable;

/** What goes back to the client, to the byte. */
final class Reply {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final @Nullable ServiceException refusal;

    private Reply(int status, String contentType, byte[] body, @Nullable ServiceException refusal) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.refusal = refusal;
    }

    static Reply success(String contentType, byte[] body) {
        return new Reply(200, contentType, body, null);
    }

    static Reply error(String contentType, byte[] body, ServiceException refusal) {
        return new Reply(refusal.httpStatus(), contentType, body, refusal);
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
    @Nullable ServiceException refusal() {
        return refusal;
    }
}
