package dev.attune.api;

import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.tuning.RangeText;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads hyperparameter ranges, whose numbers are text, into a search space. For one thread, one request. */
public final class Ranges {
    private static final Pattern INTEGER = Pattern.compile("[-+]?0*[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

    private final int maxRanges;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, RangeText> texts = new TreeMap<>();

    /**
     * Begins with no range.
     *
     * @param maxRanges hyperparameters that may be searched at once
     */
    public Ranges(int maxRanges) {
        this.maxRanges = maxRanges;
    }

    /** Adds a range of whole numbers; throws TuningException INVALID. */
    public void addInteger(String name, String minValue, String maxValue, Scaling scaling) {
        long min = integer(name, "MinValue", minValue);
        long max = integer(name, "MaxValue", maxValue);
        ordered(name, minValue, maxValue, min <= max);
        scalable(name, scaling, min > 0, false);
        add(new Parameter.Whole(unique(name), min, max, scaling));
        texts.put(name, new RangeText(minValue, maxValue));
    }

    /** Adds a range of real numbers; throws TuningException INVALID. */
    public void addContinuous(String name, String minValue, String maxValue, Scaling scaling) {
        double min = decimal(name, "MinValue", minValue);
        double max = decimal(name, "MaxValue", maxValue);
        ordered(name, minValue, maxValue, min <= max);
        scalable(name, scaling, min > 0, min >= 0 && max < 1);
        add(new Parameter.Continuous(unique(name), min, max, scaling));
        texts.put(name, new RangeText(minValue, maxValue));
    }

    /** Adds a set of texts; throws TuningException INVALID. */
    public void addCategorical(String name, List<String> values) {
        require(
                values.size() == Set.copyOf(values).size(),
                "The categorical hyperparameter range [" + name + "] has a value more than once. Remove it.");
        add(new Parameter.Categorical(unique(name), values));
    }

    /** The space of all ranges that were added. */
    public SearchSpace space() {
        require(!parameters.isEmpty(), "Provide at least one hyperparameter range to tune.");
        require(
                parameters.size() <= maxRanges,
                "The number of hyperparameter ranges [" + parameters.size() + "] must be less than or equal to "
                        + maxRanges + ".");
        return new SearchSpace(parameters);
    }

    /** The bounds as they were written, by hyperparameter. */
    public Map<String, RangeText> texts() {
        return texts;
    }

    private void add(Parameter parameter) {
        parameters.add(parameter);
    }

    private String unique(String name) {
        require(
                names.add(name),
                "The hyperparameter [" + name
                        + "] has more than one range. Hyperparameter names must be unique over all ranges.");
        return name;
    }

    private static void ordered(String name, String min, String max, boolean ordered) {
        require(
                ordered,
                "The MinValue [" + min + "] of the hyperparameter range [" + name
                        + "] must be less than or equal to its MaxValue [" + max + "].");
    }

    // AWS: the rules of its guide; the words are ours.
    private static void scalable(String name, Scaling scaling, boolean logarithmic, boolean reverseLogarithmic) {
        require(
                scaling != Scaling.LOGARITHMIC || logarithmic,
                "The ScalingType [Logarithmic] of the hyperparameter range [" + name
                        + "] needs a MinValue greater than 0.");
        require(
                scaling != Scaling.REVERSE_LOGARITHMIC || reverseLogarithmic,
                "The ScalingType [ReverseLogarithmic] of the hyperparameter range [" + name
                        + "] needs a continuous range within 0 <= x < 1.0.");
    }

    private static long integer(String name, String member, String text) {
        if (INTEGER.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                // beyond 64 bits: the same answer as for any other text that is no such integer
            }
        }
        throw invalid("The " + member + " [" + text + "] of the integer hyperparameter range [" + name
                + "] must be an integer of at most 64 bits.");
    }

    private static double decimal(String name, String member, String text) {
        if (DECIMAL.matcher(text).matches()) {
            double value = new BigDecimal(text).doubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw invalid("The " + member + " [" + text + "] of the continuous hyperparameter range [" + name
                + "] must be a finite decimal number.");
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw invalid(message);
        }
    }

    private static TuningException invalid(String message) {
        return new TuningException(TuningError.INVALID, message);
    }
}
