package dev.attune.document;

/** A document that cannot be used; the message says where, in which line, and why. */
public final class DocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public DocumentException(String message) {
        super(message);
    }

    /**
     * An exception that says where.
     *
     * @param line from 1
     */
    public static DocumentException at(String path, int line, String reason) {
        return new DocumentException(
                "%s (line %d): %s".formatted(path.isEmpty() ? "The document" : path, line, reason));
    }
}
