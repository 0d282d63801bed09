package dev.attune.tuning;

import dev.attune.search.Configuration;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trials, and a tuning job to go with them, for tests: launched at {@link #T0}, training from a minute later. */
final class Trials {
    static final Instant T0 = WallClock.START;

    private Trials() {}

    static TuningJob job(TuningDefinition definition) {
        return new TuningJob(
                new JobKey(Jobs.SCOPE, "Churn"),
                "Churn",
                definition,
                42,
                "",
                T0,
                Duration.ZERO,
                TuningStatus.IN_PROGRESS,
                null,
                T0,
                null,
                0);
    }

    static Trial launched(int number) {
        return Trial.launched(
                number,
                "Churn-00" + number,
                new Configuration(Map.of("x1", Integer.toString(number), "x2", "1.5")),
                Proposal.without(Phase.RANDOM, number),
                T0);
    }

    /** Runs; its status changes ten minutes after the launch. */
    static Trial running(int number) {
        return launched(number).reported(report(TrainingStatus.IN_PROGRESS, null, minute(10)), "loss");
    }

    static Trial completed(int number, @Nullable Double loss) {
        return completed(number, loss, minute(10));
    }

    static Trial completed(int number, @Nullable Double loss, Instant end) {
        return launched(number).reported(report(TrainingStatus.COMPLETED, loss, end), "loss");
    }

    static Trial failed(int number) {
        return launched(number).reported(report(TrainingStatus.FAILED, 1.0, minute(10)), "loss");
    }

    static Trial stopped(int number, @Nullable Double loss) {
        return launched(number).reported(report(TrainingStatus.STOPPED, loss, minute(10)), "loss");
    }

    /** A trial whose loss has been read at the end of each epoch, which takes a minute: first at minute 2. */
    static Trial read(int number, TrainingStatus status, double... losses) {
        var readings = new ArrayList<MetricReading>();
        for (double loss : losses) {
            readings.add(new MetricReading("loss", loss, minute(2 + readings.size())));
        }
        var last = minute(1 + losses.length);
        var report = new TrainingReport(
                status,
                List.of(),
                readings,
                minute(1),
                status.terminal() ? last : null,
                null,
                0,
                status.terminal() ? null : last.plusSeconds(90),
                status.terminal() ? null : last.plusSeconds(60));
        return launched(number).watched(report, "loss");
    }

    static Instant minute(int minutes) {
        return T0.plusSeconds(60L * minutes);
    }

    private static TrainingReport report(TrainingStatus status, @Nullable Double loss, Instant change) {
        var ended = status.terminal();
        return new TrainingReport(
                status,
                List.of(),
                loss == null ? List.of() : List.of(new MetricReading("loss", loss, minute(2))),
                minute(1),
                ended ? change : null,
                status == TrainingStatus.FAILED ? "AlgorithmError: broken" : null,
                0,
                ended ? null : change);
    }
}
