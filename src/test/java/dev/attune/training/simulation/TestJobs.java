package dev.attune.training.simulation;

import dev.attune.training.MetricDefinition;
import dev.attune.training.Terms;
import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Training jobs for tests, each differing from a usual one in one respect. */
record TestJobs(TrainingJob job) {
    static final Instant START = Instant.parse("2017-11-29T00:00:00Z");
    static final MetricDefinition ACCURACY =
            new MetricDefinition("validation:accuracy", "validation:accuracy = ([0-9.]+)");

    /** A job of an unknown image that tunes a learning rate, a depth and an optimizer. */
    static TestJobs usual() {
        return new TestJobs(new TrainingJob(
                "job-001-12345678",
                42,
                1,
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-training:1",
                Map.of("learning_rate", "0.01", "max_depth", "6", "optimizer", "sgd"),
                List.of(
                        new TrainingJob.Tuned("learning_rate", "[0.0001, 1.0] log", false, 0, 0.5),
                        new TrainingJob.Tuned("max_depth", "[1, 10]", false, 10, 0.55),
                        new TrainingJob.Tuned("optimizer", "{sgd, adam}", true, 2, 0.25)),
                List.of(ACCURACY),
                new TrainingJob.Resources("ml.m4.xlarge", 1),
                Duration.ofDays(1),
                START,
                null,
                ""));
    }

    /** A job of a test function's image at this point. */
    static TestJobs at(String image, double... x) {
        var names = IntStream.rangeClosed(1, x.length).mapToObj(i -> "x" + i).toList();
        var values = new TreeMap<String, String>();
        var tuned = new ArrayList<TrainingJob.Tuned>();
        for (int i = 0; i < x.length; i++) {
            values.put(names.get(i), String.valueOf(x[i]));
            tuned.add(new TrainingJob.Tuned(names.get(i), "[0, 1]", false, 0, 0.5));
        }
        return usual().image(image)
                .hyperParameters(values)
                .tuned(tuned)
                .metrics(new MetricDefinition("value", "value=(\\S+)"));
    }

    TestJobs image(String image) {
        return copy(job.seed(), job.trial(), image, job.hyperParameters(), job.tuned(), job.metrics());
    }

    TestJobs trial(int trial) {
        return copy(job.seed(), trial, job.image(), job.hyperParameters(), job.tuned(), job.metrics());
    }

    TestJobs seed(long seed) {
        return copy(seed, job.trial(), job.image(), job.hyperParameters(), job.tuned(), job.metrics());
    }

    TestJobs hyperParameters(Map<String, String> hyperParameters) {
        return copy(job.seed(), job.trial(), job.image(), hyperParameters, job.tuned(), job.metrics());
    }

    TestJobs tuned(List<TrainingJob.Tuned> tuned) {
        return copy(job.seed(), job.trial(), job.image(), job.hyperParameters(), tuned, job.metrics());
    }

    /** The same search space at another place. */
    TestJobs positions(double... positions) {
        return tuned(IntStream.range(0, positions.length)
                .mapToObj(i -> {
                    var t = job.tuned().get(i);
                    return new TrainingJob.Tuned(t.name(), t.range(), t.categorical(), t.choices(), positions[i]);
                })
                .toList());
    }

    TestJobs metrics(MetricDefinition... metrics) {
        return copy(job.seed(), job.trial(), job.image(), job.hyperParameters(), job.tuned(), List.of(metrics));
    }

    TestJobs resources(String type, int count) {
        return timed(new TrainingJob.Resources(type, count), job.maxRuntime(), job.stopRequestedAt());
    }

    TestJobs maxRuntime(Duration maxRuntime) {
        return timed(job.resources(), maxRuntime, job.stopRequestedAt());
    }

    TestJobs stopRequestedAt(Instant at) {
        return timed(job.resources(), job.maxRuntime(), at);
    }

    TestJobs terms(Terms terms) {
        return new TestJobs(new TrainingJob(
                job.name(),
                job.seed(),
                job.trial(),
                job.image(),
                job.hyperParameters(),
                job.tuned(),
                job.metrics(),
                job.resources(),
                job.maxRuntime(),
                job.startedAt(),
                job.stopRequestedAt(),
                job.workloads(),
                terms));
    }

    private TestJobs timed(TrainingJob.Resources resources, Duration maxRuntime, @Nullable Instant stop) {
        return new TestJobs(new TrainingJob(
                job.name(),
                job.seed(),
                job.trial(),
                job.image(),
                job.hyperParameters(),
                job.tuned(),
                job.metrics(),
                resources,
                maxRuntime,
                job.startedAt(),
                stop,
                job.workloads(),
                job.terms()));
    }

    private TestJobs copy(
            long seed,
            int trial,
            String image,
            Map<String, String> hyperParameters,
            List<TrainingJob.Tuned> tuned,
            List<MetricDefinition> metrics) {
        return new TestJobs(new TrainingJob(
                "job-%03d-%08x".formatted(trial, seed),
                seed,
                trial,
                image,
                hyperParameters,
                tuned,
                metrics,
                job.resources(),
                job.maxRuntime(),
                job.startedAt(),
                job.stopRequestedAt(),
                job.workloads(),
                job.terms()));
    }
}
