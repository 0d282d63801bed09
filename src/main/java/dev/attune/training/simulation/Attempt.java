package dev.attune.training.simulation;

import java.time.Instant;

/**
 * One stretch of training within a course.
 *
 * @param from the part of the training that was done before
 * @param next what ended it
 */
record Attempt(Instant start, Instant end, double from, SecondaryStatus next) {}
