package dev.attune.tuning;

import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;

/** A training job that a client created by itself, at one instant. */
public record SingleTrainingJobSnapshot(SingleTrainingJob job, TrainingReport report) implements TrainingRun {
    @Override
    public Scope scope() {
        return job.key().scope();
    }

    @Override
    public Timed<?> timed() {
        return job;
    }

    @Override
    public TrainingDefinition training() {
        return job.training();
    }

    @Override
    public TrainingJob trainingJob() {
        return job.trainingJob();
    }
}
