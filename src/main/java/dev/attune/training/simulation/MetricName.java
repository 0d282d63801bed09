package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a metric's name tells: which way is better, on what scale, and on which data it is measured.
 *
 * @param base the name without the data it is measured on: {@code train:auc} and {@code validation:auc} are both {@code auc}
 * @param onTrainingData whether it says that it is measured on the data that is trained on, where all models look better
 * @param onHeldOutData whether it says that it is measured on other data
 */
record MetricName(String base, boolean onTrainingData, boolean onHeldOutData, Family family) {
    /** Scales that metrics share. */
    enum Family {
        /** 0 to 1, higher is better. */
        SCORE,
        /** 0 to 1, lower is better. */
        ERROR_RATE,
        /** Positive, lower is better, about 1. */
        LOSS,
        /** Positive, lower is better, about 10. */
        DEVIATION,
        /** Positive, lower is better, about 100. */
        PERPLEXITY,
        /** Unbounded, higher is better. */
        REWARD,
        /** A loss with the sign turned, as scikit-learn's {@code neg_…} scores. */
        NEGATIVE_LOSS
    }

    private static final Set<String> TRAINING = Set.of("train", "training", "trn");
    private static final Set<String> HELD_OUT =
            Set.of("validation", "valid", "val", "test", "testing", "eval", "evaluation", "dev", "holdout");
    private static final List<String> PERPLEXITIES = List.of("perplexity", "ppl");
    private static final List<String> DEVIATIONS = List.of(
            "rmse",
            "mse",
            "mae",
            "squared-error",
            "absolute-error",
            "msd",
            "ssd",
            "distance",
            "latency",
            "seconds",
            "fid");
    private static final List<String> ERROR_RATES = List.of("merror", "error", "err", "wer", "cer", "regret", "mape");
    private static final List<String> LOSSES =
            List.of("loss", "entropy", "nll", "deviance", "cost", "brier", "divergence", "kl", "rmsle", "elbo", "bpc");
    private static final List<String> REWARDS = List.of("reward", "return", "throughput", "profit", "revenue");

    static MetricName of(String name) {
        var words = words(name);
        var train = words.stream().anyMatch(TRAINING::contains);
        var telling = words.stream()
                .filter(word -> !TRAINING.contains(word) && !HELD_OUT.contains(word))
                .toList();
        var base = String.join("-", telling);
        return new MetricName(base, train, words.stream().anyMatch(HELD_OUT::contains), family(base, telling));
    }

    /**
     * A metric of a job. Beside {@code val_loss}, a mere {@code loss} is measured on the training data, as in Keras.
     */
    static MetricName of(TrainingJob job, String metric) {
        var name = of(metric);
        var bare = !name.onTrainingData && !name.onHeldOutData;
        var beside = job.metrics().stream()
                .map(definition -> of(definition.name()))
                .anyMatch(other -> other.onHeldOutData && other.base.equals(name.base));
        return bare && beside ? new MetricName(name.base, true, false, name.family) : name;
    }

    private static List<String> words(String name) {
        var spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(spaced.split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
    }

    private static Family family(String base, List<String> words) {
        var turned = words.contains("neg") || words.contains("negative");
        if (turned && base.endsWith("log-likelihood")) {
            return Family.LOSS;
        }
        var family = positive(base, words);
        return turned && family != Family.SCORE ? Family.NEGATIVE_LOSS : family;
    }

    private static Family positive(String base, List<String> words) {
        if (reads(base, words, PERPLEXITIES)) {
            return Family.PERPLEXITY;
        }
        if (reads(base, words, LOSSES)) {
            return Family.LOSS;
        }
        if (reads(base, words, DEVIATIONS)) {
            return Family.DEVIATION;
        }
        if (reads(base, words, ERROR_RATES)) {
            return Family.ERROR_RATE;
        }
        return reads(base, words, REWARDS) ? Family.REWARD : Family.SCORE;
    }

    /** A long word also counts at the end of another: {@code logloss}. */
    private static boolean reads(String base, List<String> words, List<String> telling) {
        return telling.stream().anyMatch(t -> words.contains(t) || (t.length() > 3 && base.endsWith(t)));
    }
}
