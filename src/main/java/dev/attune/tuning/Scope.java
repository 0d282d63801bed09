package dev.attune.tuning;

/** Whose jobs: everything is keyed by account and region, and nothing crosses. */
public record Scope(String account, String region) {}
