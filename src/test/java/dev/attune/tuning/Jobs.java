package dev.attune.tuning;

import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import dev.attune.training.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tuning definitions for tests. */
public final class Jobs {
    public static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    private Jobs() {}

    public static TuningDefinition branin(int trials, int parallel) {
        return branin(trials, parallel, null);
    }

    public static TuningDefinition branin(int trials, int parallel, @Nullable Duration maxRuntime) {
        return of("attune/branin", trials, parallel, maxRuntime);
    }

    /** Two continuous parameters, the objective {@code loss} to be minimised. */
    public static TuningDefinition of(String image, int trials, int parallel, @Nullable Duration maxRuntime) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(trials, parallel, maxRuntime),
                new SearchSpace(List.of(
                        new Parameter.Continuous("x1", -5, 10, Scaling.AUTO),
                        new Parameter.Continuous("x2", 0, 15, Scaling.AUTO))),
                Map.of(),
                training(image, List.of(new MetricDefinition("loss", "loss=(\\S+)"))));
    }

    /** The same with a rule that stops training jobs. */
    public static TuningDefinition stopping(
            TuningDefinition definition, Strategy strategy, @Nullable StoppingRule rule) {
        return new TuningDefinition(
                strategy,
                definition.objective(),
                definition.limits(),
                definition.space(),
                definition.rangeTexts(),
                definition.training(),
                definition.randomSeed(),
                definition.criteria(),
                rule,
                definition.warmStart(),
                definition.asked());
    }

    public static TrainingDefinition training(String image, List<MetricDefinition> metrics) {
        return training(image, metrics, 5);
    }

    public static TrainingDefinition training(String image, List<MetricDefinition> metrics, int epochs) {
        return training(image, metrics, Map.of("epochs", Integer.toString(epochs)));
    }

    public static TrainingDefinition training(
            String image, List<MetricDefinition> metrics, Map<String, String> statics) {
        return training(image, metrics, statics, Terms.USUAL);
    }

    public static TrainingDefinition training(
            String image, List<MetricDefinition> metrics, Map<String, String> statics, Terms terms) {
        return new TrainingDefinition(
                image,
                "File",
                statics,
                metrics,
                "arn:aws:iam::123456789012:role/tuner",
                List.of(new TrainingDefinition.Channel("train", "S3Prefix", "s3://b/train", null, null, null, null)),
                new TrainingDefinition.Output("s3://b/out", null),
                new TrainingDefinition.Cluster("ml.m4.xlarge", 1, 10, null),
                Duration.ofDays(1),
                terms);
    }
}
