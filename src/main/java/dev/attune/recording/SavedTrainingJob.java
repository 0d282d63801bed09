package dev.attune.recording;

import dev.attune.training.BuiltInMetrics;
import dev.attune.training.TrialRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One training job, as AWS's answers tell of it.
 *
 * @param summary what the list says
 * @param description what describe-training-job says; null where that was not saved
 */
record SavedTrainingJob(JsonNode summary, @Nullable JsonNode description) {
    private static final String OBJECTIVE = "FinalHyperParameterTuningJobObjectiveMetric";
    private static final Set<String> ENDED = Set.of("Completed", "Failed", "Stopped");

    /** Empty where there is only one. */
    String definition() {
        return text(summary, "TrainingJobDefinitionName");
    }

    Map<String, String> hyperParameters() {
        var values = new LinkedHashMap<String, String>();
        summary.path("TunedHyperParameters")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString("")));
        return values;
    }

    /** The objective's metric; empty where the training job has no value of it. */
    String objective() {
        return text(summary.path(OBJECTIVE), "MetricName");
    }

    /** Empty where it runs, and where it was stopped before it told anything. */
    Optional<TrialRecord> trial() {
        var status = text(summary, "TrainingJobStatus");
        var metrics = metrics();
        if (!ENDED.contains(status) || (status.equals("Stopped") && metrics.isEmpty())) {
            return Optional.empty();
        }
        var failure = status.equals("Failed") ? failure() : "";
        return Optional.of(
                new TrialRecord(hyperParameters(), List.of(new TrialRecord.Row(1, seconds(), metrics, failure))));
    }

    private String failure() {
        var reason = text(summary, "FailureReason");
        return reason.isBlank() ? "AlgorithmError: the reason is not known" : reason;
    }

    // AWS: ObjectiveMetric is the objective once more.
    private Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        for (var metric : told().path("FinalMetricDataList")) {
            put(metrics, metric);
        }
        metrics.remove(BuiltInMetrics.OBJECTIVE);
        put(metrics, summary.path(OBJECTIVE));
        return metrics;
    }

    private static void put(Map<String, Double> metrics, JsonNode metric) {
        var value = metric.path("Value").asDouble(Double.NaN);
        if (metric.has("MetricName") && Double.isFinite(value)) {
            metrics.put(text(metric, "MetricName"), value);
        }
    }

    private JsonNode told() {
        return description == null ? summary : description;
    }

    /** The time in the status Training, where that is told; else all of the training time. NaN where there was none. */
    private double seconds() {
        var seconds = Duration.ZERO;
        for (var stay : told().path("SecondaryStatusTransitions")) {
            if (text(stay, "Status").equals("Training")) {
                seconds = seconds.plus(between(stay, "StartTime", "EndTime"));
            }
        }
        if (seconds.isZero()) {
            seconds = between(summary, "TrainingStartTime", "TrainingEndTime");
        }
        return seconds.isZero() ? Double.NaN : seconds.toMillis() / 1000.0;
    }

    private static Duration between(JsonNode answer, String start, String end) {
        return answer.has(start) && answer.has(end)
                ? Duration.between(time(answer.path(start)), time(answer.path(end)))
                : Duration.ZERO;
    }

    /** Seconds since 1970, as version 1 of the AWS CLI prints times, or ISO 8601, as version 2 does. */
    private static Instant time(JsonNode time) {
        if (time.isNumber()) {
            return Instant.ofEpochMilli(
                    time.decimalValue().multiply(BigDecimal.valueOf(1000)).longValue());
        }
        try {
            return OffsetDateTime.parse(time.asString("")).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("[" + time.asString("") + "] is no time", e);
        }
    }

    /** A member's text; empty where there is none. */
    static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }
}
