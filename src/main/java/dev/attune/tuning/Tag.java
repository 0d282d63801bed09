package dev.attune.tuning;

/** A label that the client put on a job. */
public record Tag(String key, String value) {}
