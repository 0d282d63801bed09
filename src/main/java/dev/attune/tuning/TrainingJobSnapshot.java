package dev.attune.tuning;

import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;

/** A training job that a tuning job launched, at one instant: what it was asked to do, and how it stands. */
public record TrainingJobSnapshot(TuningJob tuningJob, Trial trial, TrainingJob trainingJob, TrainingReport report)
        implements TrainingRun {
    @Override
    public Scope scope() {
        return tuningJob.key().scope();
    }

    @Override
    public Timed<?> timed() {
        return tuningJob;
    }

    @Override
    public TrainingDefinition training() {
        return tuningJob.definition().algorithm(trial).training();
    }
}
