package dev.attune.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of AWS's built-in algorithms, by what it writes to its log.
 *
 * @param metrics regular expressions by metric, in AWS's order
 * @param usual the metric that most tune for; null where none is usual
 * @param form the regular expression of any other metric, with placeholders for its name
 */
record BuiltInAlgorithm(
        Map<String, String> metrics, @Nullable String usual, String form) {
    BuiltInAlgorithm {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** All metrics that AWS's service defines. */
    List<MetricDefinition> definitions() {
        return metrics.entrySet().stream()
                .map(metric -> new MetricDefinition(metric.getKey(), metric.getValue()))
                .toList();
    }

    /** The definition of a metric, whether the service has one or not. */
    MetricDefinition definition(String metric) {
        var known = metrics.get(metric);
        return new MetricDefinition(metric, known == null ? filled(metric) : known);
    }

    private String filled(String metric) {
        var dashed = metric.replace(':', '-');
        return form.replace("{a-b}", BuiltInMetrics.literal(dashed))
                .replace("{A-b}", BuiltInMetrics.literal(capitalized(dashed)))
                .replace("{a b}", BuiltInMetrics.literal(metric.replaceFirst(":", " ")));
    }

    private static String capitalized(String metric) {
        return metric.isEmpty() ? metric : Character.toUpperCase(metric.charAt(0)) + metric.substring(1);
    }
}
