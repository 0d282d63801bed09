package dev.attune.training.simulation.document;

import dev.attune.document.Decimal;
import dev.attune.document.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hyperparameter of a table's space.
 *
 * @param numeric whether all its values in the table are numbers; else they are categories
 * @param low the least value in the table, in logarithms if {@code log}
 * @param span the distance to the greatest
 */
record Axis(String name, boolean numeric, boolean log, double low, double span) {
    /** @param field where the author asks for logarithms; null where he does not */
    static Axis of(String name, List<RecordedTrial> trials, @Nullable Field field) {
        var numbers = trials.stream()
                .map(trial -> Decimal.parse(trial.values().getOrDefault(name, "")))
                .toList();
        var numeric = numbers.stream().allMatch(number -> number.isPresent());
        var range = numbers.stream().mapToDouble(number -> number.orElse(0)).summaryStatistics();
        if (field != null && (!numeric || !(range.getMin() > 0))) {
            throw field.wrong("[%s] must have positive numbers in the table".formatted(Field.shown(name)));
        }
        var log = field != null;
        var low = scaled(range.getMin(), log);
        return new Axis(name, numeric, log, low, scaled(range.getMax(), log) - low);
    }

    /** Where a number lies: 0 at the table's least, 1 at its greatest; 0 for a category. Throws MissingValueException. */
    double place(String text) {
        if (!numeric) {
            return 0;
        }
        var number = Decimal.parse(text).orElse(Double.NaN);
        if (Double.isNaN(number) || (log && number <= 0)) {
            throw new MissingValueException("the hyperparameter [%s] is no %snumber: [%s]"
                    .formatted(name, log ? "positive " : "", Field.shown(text)));
        }
        var place = scaled(number, log) - low;
        return span > 0 ? place / span : place;
    }

    private static double scaled(double number, boolean log) {
        return log ? StrictMath.log(number) : number;
    }
}
