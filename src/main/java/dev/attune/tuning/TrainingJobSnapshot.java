package dev.attune.tuning;

import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import java.time.Instant;

/** A training job that a tuning job launched, at one instant: what it was asked to do, and how it stands. */
public record TrainingJobSnapshot(TuningJob tuningJob, Trial trial, TrainingJob trainingJob, TrainingReport report)
        implements TrainingRun {
    @Override
    public Scope scope() {
        return tuningJob.key().scope();
    }

    @Override
    public TrainingDefinition training() {
        return tuningJob.definition().algorithm(trial).training();
    }

    @Override
    public Instant seenAt(SimulatedClock clock) {
        return trial.endedAt() == null
                ? Seen.at(clock.now(tuningJob), trial.launchedAt(), trial.nextChange())
                : trial.endedAt();
    }
}
