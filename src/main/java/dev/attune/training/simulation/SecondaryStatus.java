package dev.attune.training.simulation;

import dev.attune.training.TrainingStatus;

// AWS: names and messages as recorded of real training jobs; where no recording is known, the API reference's
// description.
/** What a training job is doing, with AWS's name and message, and the status that goes with it. */
enum SecondaryStatus {
    STARTING("Starting", TrainingStatus.IN_PROGRESS, "Preparing the instances for training"),
    PENDING("Pending", TrainingStatus.IN_PROGRESS, "Waiting for capacity"),
    DOWNLOADING("Downloading", TrainingStatus.IN_PROGRESS, "Downloading input data"),
    TRAINING("Training", TrainingStatus.IN_PROGRESS, "Training image download completed. Training in progress."),
    RESTARTING("Restarting", TrainingStatus.IN_PROGRESS, "An internal error occurred. Restarting the training job."),
    INTERRUPTED(
            "Interrupted",
            TrainingStatus.IN_PROGRESS,
            "The job stopped because the managed spot training instances were interrupted."),
    UPLOADING("Uploading", TrainingStatus.IN_PROGRESS, "Uploading generated training model"),
    COMPLETED("Completed", TrainingStatus.COMPLETED, "Training job completed"),
    FAILED("Failed", TrainingStatus.FAILED, "Training job failed"),
    STOPPING("Stopping", TrainingStatus.STOPPING, "Stopping the training job"),
    STOPPED("Stopped", TrainingStatus.STOPPED, "Training job stopped"),
    MAX_RUNTIME_EXCEEDED(
            "MaxRuntimeExceeded",
            TrainingStatus.STOPPED,
            "The job stopped because it exceeded the maximum allowed runtime."),
    MAX_WAIT_TIME_EXCEEDED(
            "MaxWaitTimeExceeded",
            TrainingStatus.STOPPED,
            "The job stopped because it exceeded the maximum allowed wait time.");

    private final String title;
    private final TrainingStatus primary;
    private final String message;

    SecondaryStatus(String title, TrainingStatus primary, String message) {
        this.title = title;
        this.primary = primary;
        this.message = message;
    }

    String title() {
        return title;
    }

    TrainingStatus primary() {
        return primary;
    }

    String message() {
        return message;
    }

    /** Whether the job has no instances. */
    boolean waits() {
        return this == STARTING || this == PENDING || this == INTERRUPTED;
    }
}
