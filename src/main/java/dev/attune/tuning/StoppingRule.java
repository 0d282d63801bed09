package dev.attune.tuning;

import dev.attune.search.Goal;
import java.util.List;
import java.util.Optional;

/**
 * Tells training jobs that are worth their time from those that are not, while they train. A pure function of the trials' curves: asked about
 * the same trials it says the same, whenever and wherever.
 */
public sealed interface StoppingRule permits MedianRule, RungRule {
    /**
     * Judges a trial whose objective was read just now.
     *
     * @param trials all of the tuning job's, with what has been read of them by now; this one among them
     * @return why it is to stop; empty where it may go on
     */
    Optional<Verdict> judge(Trial trial, List<Trial> trials, Goal goal);
}
