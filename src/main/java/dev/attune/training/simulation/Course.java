package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a training job through its statuses, to the end.
 *
 * @param stays oldest first; the last is the final one
 * @param attempts the stretches of training on the way, even where they are cut short
 * @param silentFrom nothing is written to the log from then on
 */
record Course(List<Stay> stays, List<Attempt> attempts, Instant silentFrom) {
    Course {
        stays = List.copyOf(stays);
        attempts = List.copyOf(attempts);
    }

    /** The whole course, if nobody stops the job and time does not run out. */
    static Course of(TrainingJob job, Schedule schedule, Ending ending) {
        return new CoursePlan(job, schedule).to(ending);
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
        return new Course(kept, attempts, silent);
    }
}
