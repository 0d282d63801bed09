package dev.attune.tuning;

/** A caller's mistake: what kind it is, and a message for the caller in AWS's words where AWS's words are known. */
public final class TuningException extends RuntimeException {
    private final TuningError error;

    public TuningException(TuningError error, String message) {
        super(message);
        this.error = error;
    }

    public TuningError error() {
        return error;
    }
}
