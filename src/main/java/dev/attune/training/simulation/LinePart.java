package dev.attune.training.simulation;

import dev.attune.training.MetricPattern;
import dev.attune.training.regex.Example;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What is written of one metric: a text from which the metric's pattern reads back the very number that was printed. */
record LinePart(MetricPattern pattern, Example text) {
    static LinePart of(MetricPattern pattern) {
        return new LinePart(pattern, pattern.example());
    }

    String metric() {
        return pattern.metric();
    }

    /** The value as printed; empty where the pattern reads it in no way of printing. */
    Optional<String> print(double value, int count) {
        return ValueFormat.all(value).stream()
                .filter(printed -> reads(text.fill(printed, count), printed))
                .findFirst();
    }

    /** Some number as printed that the pattern reads; empty where it reads none of the usual ones. */
    Optional<String> sample() {
        return DoubleStream.of(0.5128, 3.25, 12, -0.75, 0.00025, 250.5)
                .mapToObj(value -> print(value, 1))
                .flatMap(Optional::stream)
                .findFirst();
    }

    boolean reads(String line, String printed) {
        var value = pattern.read(line);
        return value.isPresent() && value.equals(OptionalDouble.of(Double.parseDouble(printed)));
    }
}
