package dev.attune.tuning;

import dev.attune.search.Goal;
import dev.attune.training.TrainingStatus;
import java.util.List;
import java.util.Optional;

/**
 * Stops a training job whose objective is worse than the median of what earlier ones had on average up to the same epoch.
 *
 * <p>The rule is in AWS's guide, "Stop Training Jobs Early"; it is that of Golovin et al. 2017, "Google Vizier", 3.1.2, with the last value in
 * place of the best. Two safeguards are from Perrone et al. 2021, "Amazon SageMaker Automatic Model Tuning", 5: nothing is stopped before some
 * training jobs have completed, nor in the first epochs, where curves still cross; how many these are follows from the completed ones.
 *
 * @param completions how many completed training jobs it takes for a comparison, at least 1
 */
public record MedianRule(int completions) implements StoppingRule {
    /** AWS's TrainingJobEarlyStoppingType {@code Auto}. */
    public static final MedianRule AUTO = new MedianRule(10);

    /** No training job is stopped before one in so many of its epochs; the paper gives no number. */
    private static final int FIRST_PART = 4;

    public MedianRule {
        if (completions < 1) {
            throw new IllegalArgumentException("completions [" + completions + "] must be at least 1");
        }
    }

    @Override
    public Optional<Verdict> judge(Trial trial, List<Trial> trials, Goal goal) {
        int epoch = trial.curve().epoch();
        var earlier = trials.stream()
                .filter(other -> other.succeeded() && other.curve().epoch() >= epoch)
                .toList();
        var lengths = earlier.stream()
                .filter(other -> other.status() == TrainingStatus.COMPLETED)
                .mapToDouble(other -> other.curve().epoch())
                .toArray();
        if (lengths.length < completions || epoch * FIRST_PART < Medians.of(lengths)) {
            return Optional.empty();
        }
        var median = Medians.of(earlier.stream()
                .mapToDouble(other -> other.curve().averageUntil(epoch))
                .toArray());
        double value = trial.curve().value();
        return goal.better(median, value)
                ? Optional.of(new Verdict(epoch, value, median, earlier.size(), null))
                : Optional.empty();
    }
}
