package dev.attune.training.simulation;

import dev.attune.training.LogLine;
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a training job writes to its log over its whole course, and the metrics that are read from it. Both oldest first. */
record Output(List<LogLine> lines, List<MetricReading> readings) {
    /** A long training reports only so many of its epochs. */
    private static final int MOST_STEPS = 40;

    Output {
        lines = List.copyOf(lines);
        readings = List.copyOf(readings);
    }

    static Output of(TrainingJob job, Workload workload, LogFormat format) {
        return new Writer(job, workload, format).output();
    }

    /** Writes the log line by line, and reads each line as it is written. Used by one thread. */
    private static final class Writer {
        private final TrainingJob job;
        private final LogFormat format;
        private final Workload workload;
        private final Schedule schedule;
        private final Ending ending;
        private final Map<String, Double> limits = new TreeMap<>();
        private final List<LogLine> lines = new ArrayList<>();
        private final List<MetricReading> readings = new ArrayList<>();

        Writer(TrainingJob job, Workload workload, LogFormat format) {
            this.job = job;
            this.workload = workload;
            this.format = format;
            this.schedule = workload.pace().schedule(job);
            this.ending = workload.outcome().ending(job);
            for (var pattern : format.patterns()) {
                workload.surface().limit(job, pattern.metric()).ifPresent(limit -> limits.put(pattern.metric(), limit));
            }
        }

        Output output() {
            var course = Course.of(job, schedule, ending);
            course.attempts().forEach(this::attempt);
            return new Output(lines, readings);
        }

        private void attempt(Attempt attempt) {
            remark(
                    attempt.start(),
                    "Training on %d x %s"
                            .formatted(
                                    job.resources().instanceCount(),
                                    job.resources().instanceType()));
            remark(attempt.start(), "Hyperparameters: " + job.hyperParameters());
            var steps = Math.min(MOST_STEPS, schedule.epochs());
            for (int step = 1; step <= steps; step++) {
                var at = attempt.start().plus(offset((double) step / steps)).minus(trained(attempt.from()));
                if (!at.isBefore(attempt.start()) && at.isBefore(attempt.end())) {
                    epoch(at, step, steps);
                }
            }
            if (attempt.next() != SecondaryStatus.MAX_RUNTIME_EXCEEDED) {
                remark(attempt.end(), farewell(attempt.next()));
            }
        }

        /** Training code needs a little time before its first epoch and after its last. */
        private Duration offset(double progress) {
            return Duration.ofMillis(Math.round(schedule.training().toMillis() * (0.02 + 0.97 * progress)));
        }

        private Duration trained(double progress) {
            return Duration.ofMillis(Math.round(schedule.training().toMillis() * progress));
        }

        private void epoch(Instant at, int step, int steps) {
            var epoch = (int) ((long) step * schedule.epochs() / steps);
            var log = workload.log();
            var progress = (double) step / steps;
            var texts = log == null ? readable(epoch, progress) : log.lines(job, epoch, progress);
            texts.stream().filter(text -> !text.isEmpty()).forEach(text -> write(at, text, epoch));
        }

        /** Lines from which the job's metric definitions read the values. */
        private List<String> readable(int epoch, double progress) {
            var values = new TreeMap<String, Double>();
            limits.forEach((metric, limit) -> {
                var value = workload.curve().value(job, metric, limit, progress);
                if (Double.isFinite(value)) {
                    values.put(metric, value);
                }
            });
            return format.lines().stream()
                    .map(line -> LogFormat.write(line, values, epoch))
                    .toList();
        }

        private void write(Instant at, String text, int epoch) {
            lines.add(new LogLine(at, text));
            for (var pattern : format.patterns()) {
                pattern.read(text)
                        .ifPresent(value -> readings.add(new MetricReading(pattern.metric(), value, at, epoch)));
            }
        }

        /** A line without a metric; one that a metric's pattern would read is not written. */
        private void remark(Instant at, String text) {
            if (!format.isRead(text)) {
                lines.add(new LogLine(at, text));
            }
        }

        private String farewell(SecondaryStatus next) {
            return switch (next) {
                case FAILED -> ending.reason();
                case RESTARTING -> Ending.INTERNAL_ERROR;
                case INTERRUPTED -> "Received SIGTERM";
                default -> "Training completed";
            };
        }
    }
}
