package dev.attune.training.simulation;

import dev.attune.document.Decimal;
import dev.attune.training.TrainingJob;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The hyperparameters that are a test function's point: those named {@code x1}, {@code x2}, … where there are any, static ones too; else
 * all tuned numeric ones. In natural order, x2 before x10.
 */
record Coordinates(List<String> names, List<String> texts) {
    private static final Pattern NUMBERED = Pattern.compile("x[0-9]{1,9}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");
    private static final Comparator<String> NATURAL = Coordinates::naturally;

    static Coordinates of(TrainingJob job) {
        var numbered = job.hyperParameters().keySet().stream()
                .filter(NUMBERED.asMatchPredicate())
                .sorted(NATURAL)
                .toList();
        var names = numbered.isEmpty() ? tuned(job) : numbered;
        return new Coordinates(
                names,
                names.stream()
                        .map(name -> job.hyperParameters().getOrDefault(name, ""))
                        .toList());
    }

    private static List<String> tuned(TrainingJob job) {
        return job.tuned().stream()
                .filter(parameter -> !parameter.categorical())
                .map(TrainingJob.Tuned::name)
                .sorted(NATURAL)
                .toList();
    }

    private static int naturally(String a, String b) {
        var left = BETWEEN_DIGITS.split(a);
        var right = BETWEEN_DIGITS.split(b);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            var order = part(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length == right.length ? a.compareTo(b) : Integer.compare(left.length, right.length);
    }

    private static int part(String a, String b) {
        if (!Character.isDigit(a.isEmpty() ? 'a' : a.charAt(0))
                || !Character.isDigit(b.isEmpty() ? 'a' : b.charAt(0))) {
            return a.compareTo(b);
        }
        var left = a.replaceFirst("^0+(?=.)", "");
        var right = b.replaceFirst("^0+(?=.)", "");
        return left.length() == right.length() ? left.compareTo(right) : Integer.compare(left.length(), right.length());
    }

    /** The names whose values are no numbers. */
    List<String> notNumeric() {
        return names.stream()
                .filter(name -> Decimal.parse(texts.get(names.indexOf(name))).isEmpty())
                .toList();
    }

    /** The point; all coordinates must be numeric. */
    double[] point() {
        return texts.stream()
                .mapToDouble(text -> Decimal.parse(text).orElseThrow())
                .toArray();
    }
}
