package dev.attune.training.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** The ways in which training code prints a number, the most exact first. */
final class ValueFormat {
    private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    private ValueFormat() {}

    /** Up to ten significant digits; six and four decimals; a whole number; scientific. */
    static List<String> all(double value) {
        var exact = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        var exponent = exact.precision() - exact.scale() - 1;
        var scientific = scientific(exact, exponent);
        if (exact.signum() != 0 && Math.abs(exponent) > 30) {
            return List.of(scientific);
        }
        var plain = exact.toPlainString();
        var whole = fixed(exact, 0);
        return whole.equals("0") && exact.signum() < 0
                ? List.of(plain, fixed(exact, 6), fixed(exact, 4), scientific)
                : List.of(plain, fixed(exact, 6), fixed(exact, 4), whole, scientific);
    }

    private static String fixed(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** As C and Python print it: {@code 1.25e-07}. */
    private static String scientific(BigDecimal value, int exponent) {
        var mantissa = value.movePointLeft(exponent).toPlainString();
        return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
