/**
 * Attune's own endpoints under {@code /_attune}: what AWS has no operation for. Health, reset, the clock, a demo, and a tuning job's progress
 * as text.
 */
@NullMarked
package dev.attune.control;

import org.jspecify.annotations.NullMarked;
