package dev.attune.api.preview;

import dev.attune.tuning.TrialCounts;

/** AWS's counters of training jobs. The preview has none for stopped ones: they count as completed, so that the sum is right. */
record TrainingJobCounts(int completed, int failed, int pending, int running) {
    static TrainingJobCounts of(TrialCounts counts) {
        return new TrainingJobCounts(
                counts.completed() + counts.stopped(), counts.failed(), counts.pending(), counts.running());
    }
}
