package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.TrainingJob;
import dev.attune.training.Unquoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** A line of the log with places for values: <code>[{epoch}]#011validation-auc:{validation:auc|5}</code>. */
record LogTemplate(List<Part> parts) {
    private static final int LONGEST = 1000;
    private static final int MOST_LINES = 10;
    private static final int MOST_DECIMALS = 15;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]+)(?:\\|([0-9]{1,2}))?\\}");
    private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    LogTemplate {
        parts = List.copyOf(parts);
    }

    static List<LogTemplate> all(Field field, Set<String> metrics) {
        return field.oneOrMore(MOST_LINES).stream()
                .map(line -> of(line, metrics))
                .toList();
    }

    private static LogTemplate of(Field field, Set<String> metrics) {
        var text = field.text(LONGEST);
        var parts = new ArrayList<Part>();
        var places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            var literal = text.substring(end, places.start());
            parts.add((job, epoch, values) -> literal);
            parts.add(place(field, places.group(1), places.group(2), metrics));
            end = places.end();
        }
        var rest = text.substring(end);
        parts.add((job, epoch, values) -> rest);
        return new LogTemplate(parts);
    }

    private static Part place(Field field, String name, String decimals, Set<String> metrics) {
        int digits = decimals == null ? -1 : Integer.parseInt(decimals);
        if (digits > MOST_DECIMALS) {
            throw field.wrong("[%d] decimals are more than [%d]".formatted(digits, MOST_DECIMALS));
        }
        if (metrics.contains(name)) {
            return (job, epoch, values) -> print(values.applyAsDouble(name), digits);
        }
        return name.equals("epoch") || name.equals("t")
                ? (job, epoch, values) -> Integer.toString(epoch)
                : (job, epoch, values) -> Unquoted.of(job.hyperParameters().getOrDefault(name, ""));
    }

    private static String print(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "nan";
        }
        var exact = new BigDecimal(value);
        return decimals < 0
                ? exact.round(DIGITS).stripTrailingZeros().toPlainString()
                : exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    String write(TrainingJob job, int epoch, ToDoubleFunction<String> values) {
        var line = new StringBuilder();
        parts.forEach(part -> line.append(part.text(job, epoch, values)));
        return line.toString();
    }

    /** A piece of the line. */
    @FunctionalInterface
    interface Part {
        String text(TrainingJob job, int epoch, ToDoubleFunction<String> values);
    }
}
