package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Draws up a course, stay by stay. Used by one thread. */
final class CoursePlan {
    private final TrainingJob job;
    private final Schedule schedule;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private Instant at;
    private double done;

    CoursePlan(TrainingJob job, Schedule schedule) {
        this.job = job;
        this.schedule = schedule;
        this.at = job.startedAt().truncatedTo(ChronoUnit.MILLIS);
    }

    Course to(Ending ending) {
        start();
        ending.setbacks().forEach(this::meet);
        switch (ending.finish()) {
            case COMPLETED -> complete();
            case FAILED -> {
                train(ending.progress(), SecondaryStatus.FAILED);
                stays.add(new Stay(SecondaryStatus.FAILED, at));
            }
            case NEVER_STARTED -> stays.add(new Stay(SecondaryStatus.FAILED, at));
            case HANGING -> hang(ending.progress());
        }
        return new Course(stays, attempts, Instant.MAX);
    }

    private void start() {
        stays.add(new Stay(SecondaryStatus.STARTING, at));
        at = at.plus(schedule.starting());
    }

    private void meet(Ending.Setback setback) {
        switch (setback.cause()) {
            case INTERNAL_ERROR -> {
                train(setback.progress(), SecondaryStatus.RESTARTING);
                stays.add(new Stay(SecondaryStatus.RESTARTING, at));
                at = at.plus(schedule.restarting());
            }
            case NO_CAPACITY -> {
                stays.add(new Stay(SecondaryStatus.PENDING, at));
                at = at.plus(schedule.restarting());
                start();
            }
            case SPOT_INTERRUPTION -> {
                train(setback.progress(), SecondaryStatus.INTERRUPTED);
                stays.add(new Stay(SecondaryStatus.INTERRUPTED, at));
                at = at.plus(schedule.restarting());
                start();
            }
        }
        done = setback.resumes() ? setback.progress() : 0;
    }

    private void complete() {
        train(1, SecondaryStatus.UPLOADING);
        stays.add(new Stay(SecondaryStatus.UPLOADING, at));
        at = at.plus(schedule.uploading());
        stays.add(new Stay(SecondaryStatus.COMPLETED, at));
    }

    /** Trains, and then nothing until after the maximum runtime, which ends it. */
    private void hang(double progress) {
        train(progress, SecondaryStatus.MAX_RUNTIME_EXCEEDED);
        at = at.plus(job.maxRuntime()).plusMillis(1);
        stays.add(new Stay(SecondaryStatus.MAX_RUNTIME_EXCEEDED, at));
    }

    private void train(double progress, SecondaryStatus next) {
        stays.add(new Stay(SecondaryStatus.DOWNLOADING, at));
        at = at.plus(schedule.downloading());
        var begin = at;
        stays.add(new Stay(SecondaryStatus.TRAINING, begin));
        var part = Math.max(0, progress - done);
        at = begin.plusMillis(Math.max(1, Math.round(schedule.training().toMillis() * part)));
        attempts.add(new Attempt(begin, at, done, next));
    }
}
