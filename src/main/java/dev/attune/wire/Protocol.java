package dev.attune.wire;

/** A way in which an operation can be reached. */
public enum Protocol {
    /** {@code POST /} with {@code X-Amz-Target: <Service>.<Operation>}. */
    AWS_JSON("application/x-amz-json-1.1"),
    /** {@code POST /<Operation>}, also under the configured prefixes. */
    REST_JSON("application/json");

    private final String contentType;

    Protocol(String contentType) {
        this.contentType = contentType;
    }

    /** The Content-Type of every reply, errors included. */
    String contentType() {
        return contentType;
    }
}
