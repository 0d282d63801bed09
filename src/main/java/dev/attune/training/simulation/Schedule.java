package dev.attune.training.simulation;

import java.time.Duration;

/**
 * How long each phase of a training job takes if nothing interrupts it; whole milliseconds.
 *
 * @param epochs how many epochs it trains
 * @param restarting how long the service takes to begin again after an internal error
 */
public record Schedule(
        Duration starting,
        Duration downloading,
        Duration training,
        Duration uploading,
        Duration restarting,
        int epochs) {}
