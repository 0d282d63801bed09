package dev.attune.training.simulation.document;

/** A formula speaks of what a training job does not have, or has in another form. */
final class MissingValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingValueException(String message) {
        super(message, null, false, false);
    }
}
