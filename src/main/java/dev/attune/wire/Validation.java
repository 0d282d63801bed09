package dev.attune.wire;

/** {@code attune.validation}: how to take a value that AWS may have added to an enum since Attune was made. */
enum Validation {
    /** Accept what looks like such a value. */
    LENIENT,
    /** Refuse it. */
    STRICT
}
