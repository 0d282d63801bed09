package dev.attune.training.simulation.document;

/** A workload document that cannot be used; the message says where, in which line, and why. */
public final class DocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    DocumentException(String message) {
        super(message);
    }

    /** @param line from 1 */
    static DocumentException at(String path, int line, String reason) {
        return new DocumentException(
                "%s (line %d): %s".formatted(path.isEmpty() ? "The document" : path, line, reason));
    }
}
