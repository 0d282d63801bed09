package dev.attune.api.ga;

import dev.attune.api.ga.HyperParameterTrainingJobDefinition.RetryStrategy;
import dev.attune.api.ga.HyperParameterTuningJobConfig.CompletionCriteria;
import dev.attune.api.ga.HyperParameterTuningJobConfig.ConvergenceDetected;
import dev.attune.api.ga.HyperParameterTuningJobConfig.ResourceLimits;
import dev.attune.api.ga.ParameterRanges.AutoParameter;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in what a request leaves to Autotune; what the client said himself stands. The rules of {@link RequestRules} hold. */
final class Autotuning {
    private static final int TRAINING_JOBS = 10;
    private static final int TRAINING_JOBS_A_RANGE = 10;
    private static final RetryStrategy RETRIES = new RetryStrategy(3);

    private Autotuning() {}

    /**
     * The request that the client might have written himself.
     *
     * @throws TuningException INVALID where a hyperparameter is static, too
     */
    static Asked fill(Asked asked) {
        if (asked.autotune() == null) {
            return asked;
        }
        var config = asked.hyperParameterTuningJobConfig();
        var ranged = asked.with(
                withRanges(config),
                asked.trainings().stream()
                        .map(training -> fill(training, asked.ranges(training)))
                        .toList());
        return ranged.with(filled(ranged), ranged.trainings());
    }

    private static HyperParameterTuningJobConfig withRanges(HyperParameterTuningJobConfig config) {
        return new HyperParameterTuningJobConfig(
                config.strategy(),
                config.strategyConfig(),
                config.hyperParameterTuningJobObjective(),
                config.resourceLimits(),
                chosen(config.parameterRanges()),
                config.trainingJobEarlyStoppingType(),
                config.tuningJobCompletionCriteria(),
                config.randomSeed());
    }

    private static HyperParameterTuningJobConfig filled(Asked asked) {
        var config = asked.hyperParameterTuningJobConfig();
        var stopping = config.trainingJobEarlyStoppingType();
        return new HyperParameterTuningJobConfig(
                config.strategy(),
                config.strategyConfig(),
                config.hyperParameterTuningJobObjective(),
                limits(asked),
                config.parameterRanges(),
                stopping != null ? stopping : config.strategy().equals("Hyperband") ? "Off" : "Auto",
                criteria(config.tuningJobCompletionCriteria()),
                config.randomSeed());
    }

    private static ResourceLimits limits(Asked asked) {
        var config = asked.hyperParameterTuningJobConfig();
        var limits = config.resourceLimits();
        if (limits.maxNumberOfTrainingJobs() != null || config.strategy().equals("Grid")) {
            return limits;
        }
        var ranges = asked.trainings().stream()
                .map(asked::ranges)
                .map(Objects::requireNonNull)
                .toList();
        double combinations = ranges.stream()
                .mapToDouble(each -> Definitions.readRanges(each).space().combinations())
                .sum();
        int wanted = ranges.stream()
                .mapToInt(each -> TRAINING_JOBS + TRAINING_JOBS_A_RANGE * each.count())
                .sum();
        int number = (int) Math.min(wanted, combinations);
        return new ResourceLimits(
                number, Math.min(number, limits.maxParallelTrainingJobs()), limits.maxRuntimeInSeconds());
    }

    private static CompletionCriteria criteria(@Nullable CompletionCriteria given) {
        var enabled = new ConvergenceDetected("Enabled");
        if (given == null) {
            return new CompletionCriteria(null, null, enabled);
        }
        return given.convergenceDetected() != null
                ? given
                : new CompletionCriteria(
                        given.targetObjectiveMetricValue(), given.bestObjectiveNotImproving(), enabled);
    }

    private static HyperParameterTrainingJobDefinition fill(
            HyperParameterTrainingJobDefinition training, @Nullable ParameterRanges ranges) {
        return training.with(
                chosen(training.hyperParameterRanges()),
                statics(training.staticHyperParameters(), hints(ranges)),
                training.retryStrategy() == null ? RETRIES : training.retryStrategy());
    }

    /** With the examples of which no range can be made. */
    private static @Nullable Map<String, String> statics(
            @Nullable Map<String, String> given, List<AutoParameter> hints) {
        var all = new TreeMap<String, String>(given == null ? Map.of() : given);
        for (var hint : hints) {
            if (all.containsKey(hint.name())) {
                throw new TuningException(
                        TuningError.INVALID,
                        "The hyperparameter [" + hint.name()
                                + "] is both static and tunable. Remove it from the static hyperparameters or from the"
                                + " AutoParameters.");
            }
            if (!new HintedRange(hint).exists()) {
                all.put(hint.name(), hint.valueHint());
            }
        }
        return given == null && all.isEmpty() ? null : all;
    }

    private static @Nullable ParameterRanges chosen(@Nullable ParameterRanges ranges) {
        var hints = hints(ranges);
        return ranges == null || hints.isEmpty()
                ? ranges
                : new ParameterRanges(
                        with(ranges.integerParameterRanges(), hints, HintedRange::whole),
                        with(ranges.continuousParameterRanges(), hints, HintedRange::decimal),
                        with(ranges.categoricalParameterRanges(), hints, HintedRange::categorical),
                        ranges.autoParameters());
    }

    private static <T> @Nullable List<T> with(
            @Nullable List<T> given, List<AutoParameter> hints, Function<HintedRange, @Nullable T> range) {
        var chosen = hints.stream().flatMap(hint -> Stream.ofNullable(range.apply(new HintedRange(hint))));
        var all = Stream.concat(given == null ? Stream.of() : given.stream(), chosen)
                .toList();
        return given == null && all.isEmpty() ? null : all;
    }

    private static List<AutoParameter> hints(@Nullable ParameterRanges ranges) {
        return ranges == null || ranges.autoParameters() == null ? List.of() : ranges.autoParameters();
    }
}
