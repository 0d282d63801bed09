package dev.attune.search;

/** A trial that was handed out and has not finished. */
public record Pending(int trial, Configuration configuration) {}
