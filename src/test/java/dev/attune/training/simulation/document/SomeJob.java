package dev.attune.training.simulation.document;

import dev.attune.training.MetricDefinition;
import dev.attune.training.Terms;
import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.training.simulation.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A training job for tests, and what a document makes of it. */
record SomeJob(String image, int trial, Map<String, String> hyperParameters, String metric, String regex, Terms terms) {
    static final Instant START = Instant.parse("2017-11-29T00:00:00Z");
    static final Instant LATE = START.plus(Duration.ofDays(60));
    static final Duration MAX_RUNTIME = Duration.ofHours(2);

    SomeJob(String image, int trial, Map<String, String> hyperParameters, String metric, String regex) {
        this(image, trial, hyperParameters, metric, regex, Terms.USUAL);
    }

    static SomeJob usual() {
        return new SomeJob(
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/mine:1",
                1,
                Map.of("eta", "0.1", "max_depth", "6", "booster", "\"dart\"", "learning-rate", "0.01"),
                "loss",
                "loss=(\\S+)");
    }

    SomeJob image(String other) {
        return new SomeJob(other, trial, hyperParameters, metric, regex, terms);
    }

    SomeJob trial(int other) {
        return new SomeJob(image, other, hyperParameters, metric, regex, terms);
    }

    SomeJob with(String name, String value) {
        var others = new TreeMap<>(hyperParameters);
        others.put(name, value);
        return new SomeJob(image, trial, others, metric, regex, terms);
    }

    SomeJob reading(String other, String expression) {
        return new SomeJob(image, trial, hyperParameters, other, expression, terms);
    }

    SomeJob on(Terms others) {
        return new SomeJob(image, trial, hyperParameters, metric, regex, others);
    }

    SomeJob spot() {
        return on(new Terms(true, null, null, Map.of()));
    }

    TrainingJob job() {
        return new TrainingJob(
                "churn-%03d-0123abcd".formatted(trial),
                42,
                trial,
                image,
                hyperParameters,
                List.of(new TrainingJob.Tuned("eta", "[0.0, 1.0]", false, 0, 0.25)),
                List.of(new MetricDefinition(metric, regex)),
                new TrainingJob.Resources("ml.m4.xlarge", 1),
                MAX_RUNTIME,
                START,
                null,
                "",
                terms);
    }

    /** How it ends under the workloads of a document. */
    TrainingReport under(String document) {
        return report(document, LATE);
    }

    TrainingReport report(String document, Instant at) {
        return training(document).report(job(), at);
    }

    static SimulatedTraining training(String document) {
        return new SimulatedTraining(Workloads.builtIn().after(WorkloadReader.read(document)));
    }

    /** A document of one workload, named w, with these members. */
    static String workload(String members) {
        return "version: 1\nworkloads:\n  - name: w\n" + members.indent(4);
    }
}
