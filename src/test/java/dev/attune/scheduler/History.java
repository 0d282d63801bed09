package dev.attune.scheduler;

import dev.attune.search.Configuration;
import dev.attune.search.Proposal;
import dev.attune.training.TrainingStatus;
import dev.attune.tuning.Ending;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningStatus;
import dev.attune.tuning.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that can be told of a tuning job afterwards, with times since its creation: equal runs have equal histories. */
record History(
        TuningStatus status,
        @Nullable Ending ending,
        @Nullable Duration end,
        Optional<Integer> best,
        List<Entry> entries) {

    static History of(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        return new History(
                job.status(),
                job.ending(),
                since(job.createdAt(), job.endedAt()),
                snapshot.best().map(Trial::number),
                snapshot.trials().stream()
                        .map(trial -> Entry.of(trial, job.createdAt()))
                        .toList());
    }

    private static @Nullable Duration since(Instant start, @Nullable Instant instant) {
        return instant == null ? null : Duration.between(start, instant);
    }

    /** One trial. */
    record Entry(
            int number,
            String name,
            Configuration configuration,
            Proposal proposal,
            TrainingStatus status,
            @Nullable Double objective,
            @Nullable String failureReason,
            int retriedAttempts,
            @Nullable Verdict verdict,
            @Nullable Duration launched,
            @Nullable Duration stopRequested,
            @Nullable Duration trainingStarted,
            @Nullable Duration ended) {
        private static Entry of(Trial trial, Instant start) {
            return new Entry(
                    trial.number(),
                    trial.trainingJobName(),
                    trial.configuration(),
                    trial.proposal(),
                    trial.status(),
                    trial.objective(),
                    trial.failureReason(),
                    trial.retriedAttempts(),
                    trial.verdict(),
                    since(start, trial.launchedAt()),
                    since(start, trial.stopRequestedAt()),
                    since(start, trial.trainingStartedAt()),
                    since(start, trial.endedAt()));
        }
    }
}
