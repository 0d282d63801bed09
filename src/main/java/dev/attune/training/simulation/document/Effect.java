package dev.attune.training.simulation.document;

import dev.attune.training.simulation.Draw;
import dev.attune.training.simulation.Schedule;

/** What a rule does to an attempt. */
@FunctionalInterface
interface Effect {
    /** The outcome of an attempt; all chance is from the draw. */
    Outcome on(Scope attempt, Schedule schedule, Draw draw);
}
