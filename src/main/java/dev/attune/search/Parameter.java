package dev.attune.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One dimension of a search space: a named range of numbers or set of texts. It translates between a value's text, as a training
 * container receives it, and the value's position in [0, 1], where the search works.
 */
public sealed interface Parameter {
    String name();

    /** How many values the range has, at most {@link Long#MAX_VALUE}; 0 for a continuum. */
    long choices();

    /** Whether the range has one value only, so that there is nothing to search. */
    default boolean constant() {
        return choices() == 1;
    }

    /**
     * Where a value stands in its range: 0 to 1 in the scaled range for a continuum, the centre of its cell for whole numbers and
     * categories.
     *
     * @throws IllegalArgumentException for a text that is no value of this range
     */
    double position(String text);

    /** The text of the value nearest to a position; positions outside [0, 1] count as the nearest end. */
    String valueAt(double position);

    /**
     * The value as this range itself prints it: {@code 1e-1} becomes {@code 0.1}.
     *
     * @throws IllegalArgumentException for a text that is no value of this range
     */
    String canonical(String text);

    /**
     * The value after a canonical one, in the order of the range and from the last to the first again. A continuum has no such
     * order: the same value.
     */
    String after(String text);

    /** The range in a few characters, for example {@code [0.001, 0.1] log} or {@code {adam, sgd}}. The same in every version. */
    String describe();

    /** A range of real numbers, both ends included; min ≤ max, finite, and legal for its scaling. */
    record Continuous(String name, double min, double max, Scaling scaling) implements Parameter {
        public Continuous {
            if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
                throw new IllegalArgumentException(
                        "The range [%s, %s] of [%s] must be finite with min ≤ max".formatted(min, max, name));
            }
            if (scaling == Scaling.LOGARITHMIC && min <= 0) {
                throw new IllegalArgumentException(
                        "The minimum [%s] of [%s] must be above 0 for LOGARITHMIC".formatted(min, name));
            }
            if (scaling == Scaling.REVERSE_LOGARITHMIC && (min < 0 || max >= 1)) {
                throw new IllegalArgumentException(
                        "The range [%s, %s] of [%s] must lie in [0, 1) for REVERSE_LOGARITHMIC"
                                .formatted(min, max, name));
            }
            min += 0.0; // makes -0.0 a plain zero
            max += 0.0;
        }

        @Override
        public long choices() {
            return min == max ? 1 : 0;
        }

        @Override
        public double position(String text) {
            double value = parse(text);
            return min == max ? 0.5 : scale().position(value, min, max);
        }

        @Override
        public String valueAt(double position) {
            return Decimal.of(scale().value(position, min, max) + 0.0);
        }

        @Override
        public String canonical(String text) {
            return Decimal.of(parse(text) + 0.0);
        }

        @Override
        public String after(String text) {
            return text;
        }

        @Override
        public String describe() {
            return "[" + Decimal.of(min) + ", " + Decimal.of(max) + "] " + scale().word;
        }

        private Scale scale() {
            return Scale.of(scaling, min, max);
        }

        private double parse(String text) {
            double value = Double.parseDouble(text);
            if (!(value >= min && value <= max)) {
                throw new IllegalArgumentException(
                        "The value [%s] of [%s] must be in [%s, %s]".formatted(text, name, min, max));
            }
            return value;
        }
    }

    /** A range of whole numbers, both ends included; min ≤ max. Its cells are [k − ½, k + ½] on its scale. */
    record Whole(String name, long min, long max, Scaling scaling) implements Parameter {
        public Whole {
            if (min > max) {
                throw new IllegalArgumentException(
                        "The range [%d, %d] of [%s] must have min ≤ max".formatted(min, max, name));
            }
            if (scaling == Scaling.LOGARITHMIC && min <= 0) {
                throw new IllegalArgumentException(
                        "The minimum [%d] of [%s] must be above 0 for LOGARITHMIC".formatted(min, name));
            }
            if (scaling == Scaling.REVERSE_LOGARITHMIC) {
                throw new IllegalArgumentException(
                        "The scaling of [%s] must not be REVERSE_LOGARITHMIC: its values are whole".formatted(name));
            }
        }

        @Override
        public long choices() {
            long last = max - min; // wraps where the span is beyond a long
            return last < 0 || last == Long.MAX_VALUE ? Long.MAX_VALUE : last + 1;
        }

        @Override
        public double position(String text) {
            long value = parse(text);
            if (scale() == Scale.LOG) {
                return Scale.LOG.position((double) value, low(), high());
            }
            return (unsigned(value - min) + 0.5) / cells();
        }

        @Override
        public String valueAt(double position) {
            double within = Math.min(1, Math.max(0, position));
            if (scale() == Scale.LOG) {
                long nearest = (long) Math.floor(Scale.LOG.value(within, low(), high()) + 0.5);
                return Long.toString(Math.min(max, Math.max(min, nearest)));
            }
            long cell = cell(within * cells());
            return Long.toString(Long.compareUnsigned(cell, max - min) > 0 ? max : min + cell);
        }

        @Override
        public String canonical(String text) {
            return Long.toString(parse(text));
        }

        @Override
        public String after(String text) {
            long value = parse(text);
            return Long.toString(value == max ? min : value + 1);
        }

        @Override
        public String describe() {
            return "[" + min + ", " + max + "] " + scale().word;
        }

        private Scale scale() {
            return Scale.of(scaling, (double) min, (double) max);
        }

        private double low() {
            return (double) min - 0.5;
        }

        private double high() {
            return (double) max + 0.5;
        }

        private double cells() {
            return unsigned(max - min) + 1;
        }

        /** The long read as unsigned: differences of longs reach 2⁶⁴ − 1. */
        private static double unsigned(long bits) {
            return bits >= 0 ? (double) bits : 0x1p63 + (double) (bits & Long.MAX_VALUE);
        }

        private static long cell(double offset) {
            return offset < 0x1p63 ? (long) offset : (long) (offset - 0x1p63) | Long.MIN_VALUE;
        }

        private long parse(String text) {
            long value;
            try {
                value = new BigDecimal(text.strip()).longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("The value [%s] of [%s] must be whole".formatted(text, name), e);
            }
            if (value < min || value > max) {
                throw new IllegalArgumentException(
                        "The value [%s] of [%s] must be in [%d, %d]".formatted(text, name, min, max));
            }
            return value;
        }
    }

    /** A set of texts without order; at least one, none twice. */
    record Categorical(String name, List<String> values) implements Parameter {
        public Categorical {
            values = List.copyOf(values);
            if (values.isEmpty() || Set.copyOf(values).size() < values.size()) {
                throw new IllegalArgumentException(
                        "The values %s of [%s] must be at least one, and all different".formatted(values, name));
            }
        }

        @Override
        public long choices() {
            return values.size();
        }

        @Override
        public double position(String text) {
            int index = values.indexOf(text);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "The value [%s] of [%s] must be one of %s".formatted(text, name, values));
            }
            return (index + 0.5) / values.size();
        }

        @Override
        public String valueAt(double position) {
            double within = Math.min(1, Math.max(0, position));
            return values.get(Math.min(values.size() - 1, (int) (within * values.size())));
        }

        @Override
        public String canonical(String text) {
            position(text);
            return text;
        }

        @Override
        public String after(String text) {
            return values.get((values.indexOf(text) + 1) % values.size());
        }

        @Override
        public String describe() {
            return "{" + String.join(", ", values) + "}";
        }
    }
}
