package dev.attune.tuning;

/** The kinds of mistake that a caller can make. */
public enum TuningError {
    INVALID,
    NAME_IN_USE,
    TUNING_JOB_NOT_FOUND,
    TRAINING_JOB_NOT_FOUND
}
