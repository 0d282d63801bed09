package dev.attune.tuning;

/** The kinds of mistake that a caller can make. */
public enum TuningError {
    INVALID,
    NAME_IN_USE,
    /** The account may not use so much. */
    LIMIT_EXCEEDED,
    /** It is busy, or belongs to something that is kept. */
    IN_USE,
    TUNING_JOB_NOT_FOUND,
    TRAINING_JOB_NOT_FOUND
}
