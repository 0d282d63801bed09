package dev.attune.training.simulation;

import dev.attune.document.Decimal;
import dev.attune.training.TrainingJob;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many epochs a training job trains, by the hyperparameter that says so.
 *
 * @param count epochs, rounds or trees
 * @param typical as many of them as make a training of usual length
 */
record EpochCount(int count, int typical) {
    private static final int LARGEST = 100_000;
    private static final EpochCount UNSAID = new EpochCount(20, 20);
    private static final Pattern EPOCHS = Pattern.compile("epochs?|num_?train_?epochs|(?:n|num|max|nb)_?epochs?");
    private static final Pattern ROUNDS = Pattern.compile(
            "(?:n|num)_?(?:boost_?)?rounds?|n_?estimators|num_?trees|(?:n|num|max)_?iter(?:ation)?s?|iterations|max_?steps|num_?steps");

    /** Whether a hyperparameter of this name says how long to train. */
    static boolean isCount(String name) {
        return matches(EPOCHS, name) || matches(ROUNDS, name);
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name.toLowerCase(Locale.ROOT).replace('-', '_')).matches();
    }

    static EpochCount of(TrainingJob job) {
        for (var parameter : job.hyperParameters().entrySet()) {
            if (isCount(parameter.getKey())) {
                var value = Decimal.parse(parameter.getValue().replace("\"", ""));
                var count = (int) Math.max(1, Math.min(LARGEST, value.orElse(UNSAID.count())));
                return new EpochCount(count, matches(EPOCHS, parameter.getKey()) ? 20 : 100);
            }
        }
        return UNSAID;
    }

    /** How much longer than usual the training is. */
    double length() {
        return (double) count / typical;
    }
}
