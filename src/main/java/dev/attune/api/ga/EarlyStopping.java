package dev.attune.api.ga;

import dev.attune.document.Decimal;
import dev.attune.tuning.MedianRule;
import dev.attune.tuning.RungRule;
import dev.attune.tuning.StoppingRule;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is to stop training jobs before their end: TrainingJobEarlyStoppingType, or the resources of the strategy Hyperband. */
final class EarlyStopping {
    // AWS: where Hyperband looks for MaxResource if the request does not give it.
    private static final List<String> EPOCHS = List.of("epochs", "numepochs", "n-epochs", "n_epochs", "num_epochs");

    private EarlyStopping() {}

    /**
     * Reads the rule; null where nothing is stopped.
     *
     * @throws TuningException INVALID
     */
    static @Nullable StoppingRule read(Asked asked) {
        var config = asked.hyperParameterTuningJobConfig();
        var auto = "Auto".equals(config.trainingJobEarlyStoppingType());
        if (!config.strategy().equals("Hyperband")) {
            return auto ? MedianRule.AUTO : null;
        }
        require(
                !auto,
                "The TrainingJobEarlyStoppingType [Auto] must be Off: the Hyperband strategy has its own early stopping.");
        var strategy = config.strategyConfig();
        var resources = strategy == null ? null : strategy.hyperbandStrategyConfig();
        var min = resources == null ? null : resources.minResource();
        var max = resources == null ? null : resources.maxResource();
        return rungs(min == null ? 1 : min, max == null ? epochs(asked) : max);
    }

    private static RungRule rungs(int min, int max) {
        require(
                max <= RungRule.LARGEST,
                "The MaxResource [" + max + "] of the Hyperband strategy must be less than or equal to "
                        + RungRule.LARGEST + ".");
        require(
                min <= max,
                "The MinResource [" + min
                        + "] of the Hyperband strategy must be less than or equal to the MaxResource [" + max + "].");
        return new RungRule(min, max);
    }

    private static int epochs(Asked asked) {
        var given = asked.trainings().get(0).staticHyperParameters();
        var statics = given == null ? Map.<String, String>of() : given;
        var text = EPOCHS.stream().map(statics::get).filter(Objects::nonNull).findFirst();
        var number = Decimal.parse(text.orElse("").replace("\"", ""));
        require(
                number.isPresent()
                        && number.getAsDouble() >= 1
                        && number.getAsDouble() == Math.rint(number.getAsDouble()),
                "The Hyperband strategy needs a MaxResource. Provide it in the HyperbandStrategyConfig, or a whole number of"
                        + " epochs in one of the StaticHyperParameters " + EPOCHS + ".");
        return (int) Math.min(Integer.MAX_VALUE, number.getAsDouble());
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
