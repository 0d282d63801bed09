package dev.attune.tuning;

import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import dev.attune.training.Transition;
import java.time.Instant;

/** A training job at one instant, whoever launched it: what it was asked to do, and how it stands. */
public sealed interface TrainingRun permits TrainingJobSnapshot, SingleTrainingJobSnapshot {
    Scope scope();

    TrainingDefinition training();

    TrainingJob trainingJob();

    TrainingReport report();

    /** What lives in the simulated time that it lives in. */
    Timed<?> timed();

    default String name() {
        return trainingJob().name();
    }

    default Instant createdAt() {
        return trainingJob().startedAt();
    }

    /** AWS's SecondaryStatus. */
    default String secondaryStatus() {
        return last().status();
    }

    /** When its secondary status last changed. */
    default Instant lastModifiedAt() {
        return last().start();
    }

    private Transition last() {
        var transitions = report().transitions();
        return transitions.get(transitions.size() - 1);
    }
}
