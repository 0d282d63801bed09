package dev.attune.tuning;

import dev.attune.search.Goal;

/** What a tuning job improves: one metric, in one direction. */
public record Objective(Goal goal, String metric) {}
