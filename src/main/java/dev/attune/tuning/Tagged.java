package dev.attune.tuning;

/**
 * Something that a client tags, as the client names it.
 *
 * @param name in any case
 */
public record Tagged(Kind kind, Scope scope, String name) {
    /** What it is. */
    public enum Kind {
        TUNING_JOB,
        TRAINING_JOB
    }
}
