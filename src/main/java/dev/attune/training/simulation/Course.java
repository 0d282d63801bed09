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

    /** This course, but over when training takes longer than allowed, or spot training with all its waiting does. */
    Course within(TrainingJob job) {
        var running = over(maxRuntimeOver(job), SecondaryStatus.MAX_RUNTIME_EXCEEDED);
        var maxWait = job.terms().maxWait();
        return job.terms().spot() && maxWait != null
                ? running.over(stays.get(0).start().plus(maxWait), SecondaryStatus.MAX_WAIT_TIME_EXCEEDED)
                : running;
    }

    // AWS: the time in which a spot job waits for instances counts for MaxWaitTimeInSeconds alone.
    /** When a job has run for its MaxRuntime. */
    private Instant maxRuntimeOver(TrainingJob job) {
        var started = trainingStart().orElse(Instant.MAX);
        var left = job.maxRuntime();
        for (int i = 0; i + 1 < stays.size(); i++) {
            var stay = stays.get(i);
            var time = Duration.between(stay.start(), stays.get(i + 1).start());
            if (stay.start().isBefore(started)
                    || (job.terms().spot() && stay.status().waits())) {
                continue;
            }
            if (left.compareTo(time) < 0) {
                return stay.start().plus(left);
            }
            left = left.minus(time);
        }
        return Instant.MAX;
    }

    private Course over(Instant limit, SecondaryStatus status) {
        return limit.isBefore(end()) ? until(limit, limit, new Stay(status, limit)) : this;
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
