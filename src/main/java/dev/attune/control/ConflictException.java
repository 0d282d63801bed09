package dev.attune.control;

/** What is asked for does not go with how things are. */
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConflictException(String message) {
        super(message);
    }
}
