package dev.attune.tuning;

/** The bounds of a numeric range as the client wrote them, which is how they are given back. */
public record RangeText(String min, String max) {}
