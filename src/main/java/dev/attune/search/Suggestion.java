package dev.attune.search;

/** A configuration that the search proposes, with why. */
public record Suggestion(Configuration configuration, Proposal proposal) {}
