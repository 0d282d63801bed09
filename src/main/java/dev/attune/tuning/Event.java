package dev.attune.tuning;

/**
 * A state change of a job, as its listeners read it.
 *
 * @param id the same whenever the same change is told
 * @param text one line
 */
public record Event(String id, String text) {}
