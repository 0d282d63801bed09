package dev.attune.training;

import dev.attune.document.Decimal;
import dev.attune.training.regex.Example;
import dev.attune.training.regex.SafeRegex;
import java.util.OptionalDouble;

/** A metric definition that is ready to read log lines, whatever its regular expression: bounded in time and memory. */
public final class MetricPattern {
    private final String metric;
    private final SafeRegex regex;

    private MetricPattern(String metric, SafeRegex regex) {
        this.metric = metric;
        this.regex = regex;
    }

    /**
     * Compiles the definition's regular expression.
     *
     * @throws IllegalArgumentException where it is malformed or too costly; the message says which and why
     */
    public static MetricPattern of(MetricDefinition definition) {
        try {
            return new MetricPattern(definition.name(), SafeRegex.compile(definition.regex()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The regular expression [%s] of the metric [%s] cannot be used: %s."
                            .formatted(definition.regex(), definition.name(), e.getMessage()),
                    e);
        }
    }

    /** The metric's name. */
    public String metric() {
        return metric;
    }

    /**
     * The first match's first group, or the whole match where there is no group, as a finite number. Looks at the first 8 KiB of the line;
     * finds nothing where a search would take too long.
     */
    public OptionalDouble read(String line) {
        var found = regex.find(line);
        return found.isPresent() ? Decimal.parse(found.get()) : OptionalDouble.empty();
    }

    /** A short text with a place for the value, which this pattern probably reads: to be tried. */
    public Example example() {
        return regex.example();
    }
}
