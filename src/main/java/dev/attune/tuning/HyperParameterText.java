package dev.attune.tuning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the text of a hyperparameter means: one value may be written in several ways. */
final class HyperParameterText {
    private HyperParameterText() {}

    /** The number that a text is, if it is a finite one. */
    static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether two texts are one value: the same number, or the same text. */
    static boolean equal(String left, @Nullable String right) {
        return right != null
                && (left.equals(right)
                        || (number(left).isPresent() && number(left).equals(number(right))));
    }
}
