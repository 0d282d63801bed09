package dev.attune.api.ga;

import dev.attune.api.ga.ParameterRanges.AutoParameter;
import dev.attune.api.ga.ParameterRanges.CategoricalRange;
import dev.attune.api.ga.ParameterRanges.NumericRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The range around an example value that Autotune searches. AWS does not say how it chooses; here a whole number is searched from a quarter of
 * it to four times it, another number over a decade on either side, but not from below to above 1, where shares and probabilities end.
 */
final class HintedRange {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,17}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,2})?");
    private static final List<List<String>> SWITCHES = List.of(List.of("true", "false"), List.of("True", "False"));

    private final AutoParameter parameter;

    HintedRange(AutoParameter parameter) {
        this.parameter = parameter;
    }

    /** Null where the example is no whole number. */
    @Nullable NumericRange whole() {
        if (!WHOLE.matcher(parameter.valueHint()).matches()) {
            return null;
        }
        long hint = Long.parseLong(parameter.valueHint());
        if (hint == 0) {
            return range("0", "10", "Linear");
        }
        var near = Long.toString(hint > 0 ? Math.max(1, hint / 4) : Math.min(-1, hint / 4));
        var far = Long.toString(4 * hint);
        return hint > 0 ? range(near, far, "Logarithmic") : range(far, near, "Linear");
    }

    /** Null where the example is a whole number or none. */
    @Nullable NumericRange decimal() {
        if (whole() != null || !DECIMAL.matcher(parameter.valueHint()).matches()) {
            return null;
        }
        var hint = new BigDecimal(parameter.valueHint());
        if (hint.signum() == 0) {
            return range("0", "1", "Linear");
        }
        var near = hint.movePointLeft(1).toString();
        var far = hint.movePointRight(1);
        boolean isShare = hint.signum() > 0 && hint.compareTo(BigDecimal.ONE) < 0;
        return hint.signum() > 0
                ? range(near, (isShare ? far.min(BigDecimal.ONE) : far).toString(), "Logarithmic")
                : range(far.toString(), near, "Linear");
    }

    /** Null where the example is neither true nor false. */
    @Nullable CategoricalRange categorical() {
        return SWITCHES.stream()
                .filter(values -> values.contains(parameter.valueHint()))
                .map(values -> new CategoricalRange(parameter.name(), values))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is a range; any other text stays as it is. */
    boolean exists() {
        return whole() != null || decimal() != null || categorical() != null;
    }

    private NumericRange range(String min, String max, String scaling) {
        return new NumericRange(parameter.name(), min, max, scaling);
    }
}
