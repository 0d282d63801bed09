package dev.attune.training.simulation;

import dev.attune.training.Explanation;
import dev.attune.training.LogLine;
import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingBackend;
import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A backend that runs nothing: how a job stands follows from its {@link Workload}, its seed and the time that has passed. For any thread;
 * it keeps what it computed for the jobs last asked for, and nothing else.
 */
public final class SimulatedTraining implements TrainingBackend {
    private static final int RECENT_JOBS = 1000;
    private static final int RECENT_FORMATS = 100;

    private final WorkloadSource workloads;
    private final Recent<List<MetricDefinition>, LogFormat> formats = new Recent<>(RECENT_FORMATS, LogFormat::of);
    private final Recent<TrainingJob, Run> runs = new Recent<>(RECENT_JOBS, this::run);

    public SimulatedTraining() {
        this(Workloads.builtIn());
    }

    /** These workloads for ever. */
    public SimulatedTraining(Workloads workloads) {
        this(WorkloadSource.only(workloads));
    }

    public SimulatedTraining(WorkloadSource workloads) {
        this.workloads = workloads;
    }

    @Override
    public String workloads() {
        return workloads.current();
    }

    @Override
    public void start(TrainingJob job) {
        // The job's own startedAt says all.
    }

    @Override
    public void stop(TrainingJob job) {
        // The job's own stopRequestedAt says all.
    }

    @Override
    public TrainingReport report(TrainingJob job, Instant now) {
        var run = runs.of(job.unstopped());
        var course = course(job, run);
        var view = new View(course, now.isBefore(job.startedAt()) ? job.startedAt() : now);
        var status = view.current().status().primary();
        var readings = run.output().readings();
        return new TrainingReport(
                status,
                view.transitions(),
                readings.stream().filter(reading -> view.shows(reading.at())).toList(),
                view.trainingStartedAt(),
                status.terminal() ? course.end() : null,
                status == TrainingStatus.FAILED ? run.failureReason() : null,
                view.retries(),
                view.nextChange(),
                readings.stream()
                        .map(MetricReading::at)
                        .filter(view::willShow)
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public List<LogLine> logs(TrainingJob job, Instant now) {
        var run = runs.of(job.unstopped());
        var view = new View(course(job, run), now);
        return run.output().lines().stream()
                .filter(line -> view.shows(line.at()))
                .toList();
    }

    @Override
    public Explanation explain(TrainingJob job) {
        return workloads.version(job.workloads()).explain(job.unstopped());
    }

    private Run run(TrainingJob job) {
        var workload = workloads.version(job.workloads()).of(job);
        var ending = workload.outcome().ending(job);
        var course = Course.of(job, workload.pace().schedule(job), ending).within(job);
        return new Run(course, Output.of(job, workload, formats.of(job.metrics())), ending.reason());
    }

    private static Course course(TrainingJob job, Run run) {
        var requested = job.stopRequestedAt();
        if (requested == null) {
            return run.course();
        }
        var at = requested.isBefore(job.startedAt()) ? job.startedAt() : requested;
        return run.course().stopped(at.truncatedTo(ChronoUnit.MILLIS), grace(job, run.course(), at));
    }

    /** Containers take 5 to 60 seconds to go; where none runs yet, the service is quicker. */
    private static Duration grace(TrainingJob job, Course course, Instant at) {
        var draw = Draw.of(job.seed(), job.trial(), "grace");
        var running =
                course.trainingStart().filter(start -> !at.isBefore(start)).isPresent();
        return Duration.ofMillis(Math.round(1000 * (running ? draw.between(5, 60) : draw.between(1, 5))));
    }

    /** All of a job that nobody stops; the reason is empty unless it fails. */
    private record Run(Course course, Output output, String failureReason) {}
}
