package dev.attune.training.regex;

import java.util.Optional;

/** Finds the first group of the first match, or the whole match where the expression has no group. */
interface Engine {
    Optional<String> find(String line);
}
