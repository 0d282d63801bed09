package dev.attune.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints a double as Python's repr does: the fewest digits that read back as the same number, the nearest such where several do.
 * The JDK's own {@code Double.toString} gives more digits than needed before release 19, so histories would differ between Java
 * versions.
 */
final class Decimal {
    private static final int SMALLEST_PLAIN_EXPONENT = -4;
    private static final int SMALLEST_LARGE_EXPONENT = 16;

    private Decimal() {}

    /** For example {@code 5.0}, {@code 0.37772700838669704}, {@code 1e-05}, {@code 1.5e+16}. The value is finite. */
    static String of(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var shortest = shortest(Math.abs(value)).stripTrailingZeros();
        var digits = shortest.unscaledValue().toString();
        var text = layOut(digits, digits.length() - 1 - shortest.scale());
        return value < 0 ? "-" + text : text;
    }

    /**
     * Takes digits away from what the JDK prints, which reads back as the same number on every version, for as long as one of the
     * two neighbours of that many digits still does.
     */
    private static BigDecimal shortest(double magnitude) {
        var exact = new BigDecimal(magnitude);
        var best = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
        for (int precision = best.precision(); precision > 0; precision--) {
            var below = exact.round(new MathContext(precision, RoundingMode.DOWN));
            var above = exact.round(new MathContext(precision, RoundingMode.UP));
            boolean fromBelow = below.doubleValue() == magnitude;
            boolean fromAbove = above.doubleValue() == magnitude;
            if (!fromBelow && !fromAbove) {
                break;
            }
            var nearest = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            best = fromBelow && fromAbove ? nearest : fromBelow ? below : above;
        }
        return best;
    }

    /** Python's format: an exponent of two digits or more where the first digit stands below 1e-4 or at 1e16 and above. */
    private static String layOut(String digits, int exponent) {
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= SMALLEST_LARGE_EXPONENT) {
            var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            var magnitude = Integer.toString(Math.abs(exponent));
            return mantissa + (exponent < 0 ? "e-" : "e+") + (magnitude.length() < 2 ? "0" : "") + magnitude;
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        int whole = exponent + 1;
        return digits.length() <= whole
                ? digits + "0".repeat(whole - digits.length()) + ".0"
                : digits.substring(0, whole) + "." + digits.substring(whole);
    }
}
