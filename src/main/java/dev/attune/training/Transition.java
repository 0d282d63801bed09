package dev.attune.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a training job in a secondary status.
 *
 * @param status AWS's SecondaryStatus, for example {@code Downloading}
 * @param end equals the next transition's start; null while it lasts; equals {@code start} for a final status
 * @param message AWS's StatusMessage
 */
public record Transition(
        String status, Instant start, @Nullable Instant end, String message) {}
