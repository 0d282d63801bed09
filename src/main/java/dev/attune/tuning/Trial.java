package dev.attune.tuning;

import dev.attune.search.Configuration;
import dev.attune.search.Proposal;
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One try of the search, numbered from 1, and the training job that it became.
 *
 * @param algorithm which of the tuning job's algorithms it trains, from 0
 * @param launchedAt CreationTime of the training job
 * @param objective the objective metric's last value once the training job has ended; null where there was none
 * @param nextChange the earliest simulated time at which its status may change, or its curve where that is watched; null once ended
 * @param curve what has been read of its objective; {@link Curve#EMPTY} where no {@link StoppingRule} wants to know
 * @param verdict why it was stopped before its end; null where no rule stopped it
 */
public record Trial(
        int number,
        int algorithm,
        String trainingJobName,
        Configuration configuration,
        Proposal proposal,
        Instant launchedAt,
        @Nullable Instant stopRequestedAt,
        TrainingStatus status,
        @Nullable Instant trainingStartedAt,
        @Nullable Instant endedAt,
        @Nullable Double objective,
        @Nullable String failureReason,
        int retriedAttempts,
        @Nullable Instant nextChange,
        Curve curve,
        @Nullable Verdict verdict) {
    private static final int MAX_REASON = 1024;

    /** A trial of the first algorithm at the moment of its launch. */
    public static Trial launched(
            int number, String trainingJobName, Configuration configuration, Proposal proposal, Instant now) {
        return new Trial(
                number,
                0,
                trainingJobName,
                configuration,
                proposal,
                now,
                null,
                TrainingStatus.IN_PROGRESS,
                null,
                null,
                null,
                null,
                0,
                now,
                Curve.EMPTY,
                null);
    }

    /** The same trial as one of another algorithm. */
    public Trial of(int other) {
        return with(other, stopRequestedAt, nextChange, curve, verdict);
    }

    public boolean ended() {
        return status.terminal();
    }

    /** Whether the search can learn its value: it ended and its objective was read. */
    public boolean succeeded() {
        return ended() && objective != null;
    }

    /** Seconds from the start of Downloading to the end; zero before the end or where training never began. */
    public Duration trainingTime() {
        return trainingStartedAt == null || endedAt == null
                ? Duration.ZERO
                : Duration.between(trainingStartedAt, endedAt);
    }

    /** The same trial after it was asked to stop. */
    public Trial stopRequested(Instant now) {
        return with(algorithm, now, nextChange, curve, verdict);
    }

    /** The same trial after a rule found that it is not worth going on. */
    Trial judged(Verdict reason) {
        return with(algorithm, stopRequestedAt, nextChange, curve, reason);
    }

    /** The same trial as its backend reports it. */
    public Trial reported(TrainingReport report, String objectiveMetric) {
        return new Trial(
                number,
                algorithm,
                trainingJobName,
                configuration,
                proposal,
                launchedAt,
                stopRequestedAt,
                report.status(),
                report.trainingStartedAt(),
                report.endedAt(),
                finalObjective(report, objectiveMetric),
                cut(report.failureReason()),
                report.retriedAttempts(),
                report.nextChange(),
                curve,
                verdict);
    }

    /** The same trial as its backend reports it, for a {@link StoppingRule} to look at. */
    public Trial watched(TrainingReport report, String objectiveMetric) {
        var next = Stream.of(report.nextChange(), report.nextReading())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return reported(report, objectiveMetric)
                .with(algorithm, stopRequestedAt, next, Curve.of(report, objectiveMetric), verdict);
    }

    /** The same trial with what can change of it besides what a report says. */
    private Trial with(
            int chosen, @Nullable Instant asksToStop, @Nullable Instant next, Curve read, @Nullable Verdict reason) {
        return new Trial(
                number,
                chosen,
                trainingJobName,
                configuration,
                proposal,
                launchedAt,
                asksToStop,
                status,
                trainingStartedAt,
                endedAt,
                objective,
                failureReason,
                retriedAttempts,
                next,
                read,
                reason);
    }

    /**
     * What it tells of the report with which its training job ended: of the metrics the objective, if it has one, and of the transitions a
     * nameless last one.
     */
    TrainingReport outline(String objectiveMetric) {
        var ended = Objects.requireNonNull(endedAt);
        var readings = objective == null
                ? List.<MetricReading>of()
                : List.of(new MetricReading(objectiveMetric, objective, ended));
        return new TrainingReport(
                status,
                List.of(new Transition("", ended, ended, "")),
                readings,
                trainingStartedAt,
                ended,
                failureReason,
                retriedAttempts,
                null,
                null);
    }

    private static @Nullable Double finalObjective(TrainingReport report, String metric) {
        if (!report.status().terminal() || report.status() == TrainingStatus.FAILED) {
            return null;
        }
        var value = report.last(metric);
        return value == null ? null : Double.valueOf(value + 0.0); // -0.0 becomes 0.0, as some databases have it
    }

    // AWS: a FailureReason has at most 1024 characters.
    private static @Nullable String cut(@Nullable String reason) {
        return reason == null || reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }
}
