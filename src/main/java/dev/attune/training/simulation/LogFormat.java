package dev.attune.training.simulation;

import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a training job writes its metrics, so that each definition's regular expression reads its own: together on one line where that
 * works, else on lines of their own in an order that leaves each metric its own value as the last it reads.
 *
 * @param patterns all that can be used, in the order of the definitions
 */
record LogFormat(List<MetricPattern> patterns, List<LineFormat> lines) {
    LogFormat {
        patterns = List.copyOf(patterns);
        lines = List.copyOf(lines);
    }

    static LogFormat of(List<MetricDefinition> definitions) {
        var patterns = definitions.stream().flatMap(LogFormat::pattern).toList();
        var samples = new TreeMap<String, String>();
        var parts = new ArrayList<LinePart>();
        for (var pattern : patterns) {
            var part = LinePart.of(pattern);
            var sample = samples.containsKey(pattern.metric()) ? Optional.<String>empty() : part.sample();
            if (sample.isPresent()) {
                samples.put(pattern.metric(), sample.get());
                insert(parts, part, samples);
            }
        }
        return new LogFormat(patterns, lines(parts, samples));
    }

    /** An expression that cannot be used reads nothing; the API refuses it long before. */
    private static Stream<MetricPattern> pattern(MetricDefinition definition) {
        try {
            return Stream.of(MetricPattern.of(definition));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** Before the first part that the new one's pattern also reads: {@code loss=} before {@code val_loss=}. */
    private static void insert(List<LinePart> parts, LinePart part, Map<String, String> samples) {
        int place = 0;
        while (place < parts.size() && !LineFormat.of(parts.get(place)).isReadBy(part.pattern(), samples)) {
            place++;
        }
        parts.add(place, part);
    }

    private static List<LineFormat> lines(List<LinePart> parts, Map<String, String> samples) {
        var lines = new ArrayList<LineFormat>();
        for (var part : parts) {
            if (!join(lines, part, samples)) {
                place(lines, LineFormat.of(part), samples);
            }
        }
        return lines;
    }

    private static boolean join(List<LineFormat> lines, LinePart part, Map<String, String> samples) {
        for (int i = 0; i < lines.size(); i++) {
            var longer = lines.get(i).with(part, samples);
            if (longer.isPresent()) {
                lines.set(i, longer.get());
                return true;
            }
        }
        return false;
    }

    /** Before the first line with a metric that would also read the new one, so that its own comes last. */
    private static void place(List<LineFormat> lines, LineFormat line, Map<String, String> samples) {
        int place = 0;
        while (place < lines.size()
                && lines.get(place).parts().stream().noneMatch(part -> line.isReadBy(part.pattern(), samples))) {
            place++;
        }
        lines.add(place, line);
    }

    /** The line with these values, printed so that each metric reads its own if it can. */
    static String write(LineFormat line, Map<String, Double> values, int count) {
        var texts = new TreeMap<String, String>();
        for (var part : line.parts()) {
            var value = values.get(part.metric());
            if (value != null) {
                var exact = ValueFormat.all(value).get(0);
                texts.put(part.metric(), part.print(value, count).orElse(exact));
            }
        }
        return line.fill(texts, count);
    }

    boolean isRead(String line) {
        return patterns.stream().anyMatch(pattern -> pattern.read(line).isPresent());
    }
}
