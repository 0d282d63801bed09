package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a training job through its statuses, to the end.
 *
 * @param stays oldest first; the last is the final one
 * @param silentFrom nothing is written to the log from then on
 */
record Course(List<Stay> stays, Instant silentFrom) {
    Course {
        stays = List.copyOf(stays);
    }

    /** The whole course, if nobody stops the job and time does not run out. */
    static Course of(TrainingJob job, Schedule schedule, Ending ending) {
        var stays = new ArrayList<Stay>();
        var at = job.startedAt().truncatedTo(ChronoUnit.MILLIS);
        stays.add(new Stay(SecondaryStatus.STARTING, at));
        at = at.plus(schedule.starting());
        for (var progress : ending.interruptions()) {
            at = attempt(stays, at, schedule, progress);
            stays.add(new Stay(SecondaryStatus.RESTARTING, at));
            at = at.plus(schedule.restarting());
        }
        var failure = ending.failure();
        at = attempt(stays, at, schedule, failure == null ? 1 : failure.progress());
        if (failure == null) {
            stays.add(new Stay(SecondaryStatus.UPLOADING, at));
            at = at.plus(schedule.uploading());
        }
        stays.add(new Stay(failure == null ? SecondaryStatus.COMPLETED : SecondaryStatus.FAILED, at));
        return new Course(stays, Instant.MAX);
    }

    private static Instant attempt(List<Stay> stays, Instant at, Schedule schedule, double progress) {
        var training = at.plus(schedule.downloading());
        stays.add(new Stay(SecondaryStatus.DOWNLOADING, at));
        stays.add(new Stay(SecondaryStatus.TRAINING, training));
        return training.plusMillis(Math.max(1, Math.round(schedule.training().toMillis() * progress)));
    }

    /** When Downloading begins. */
    Optional<Instant> trainingStart() {
        return stays.stream()
                .filter(stay -> stay.status() == SecondaryStatus.DOWNLOADING)
                .map(Stay::start)
                .findFirst();
    }

    Instant end() {
        return stays.get(stays.size() - 1).start();
    }

    SecondaryStatus last() {
        return stays.get(stays.size() - 1).status();
    }

    /** This course, but over when training takes longer than allowed. */
    Course within(Duration maxRuntime) {
        var limit = trainingStart().map(start -> start.plus(maxRuntime)).orElse(Instant.MAX);
        return limit.isBefore(end())
                ? until(limit, limit, new Stay(SecondaryStatus.MAX_RUNTIME_EXCEEDED, limit))
                : this;
    }

    /**
     * This course, but stopped on request; a course that is over by then stays as it is. What is written at the instant of the request is
     * kept: it may be the reason for it.
     */
    Course stopped(Instant requested, Duration grace) {
        if (!requested.isBefore(end())) {
            return this;
        }
        var gone = requested.plus(grace);
        var end = gone.isBefore(end()) ? gone : end();
        return until(
                requested,
                requested.plusMillis(1),
                new Stay(SecondaryStatus.STOPPING, requested),
                new Stay(SecondaryStatus.STOPPED, end));
    }

    private Course until(Instant cut, Instant silent, Stay... then) {
        var kept = new ArrayList<>(
                stays.stream().filter(stay -> stay.start().isBefore(cut)).toList());
        kept.addAll(List.of(then));
        return new Course(kept, silent);
    }
}
