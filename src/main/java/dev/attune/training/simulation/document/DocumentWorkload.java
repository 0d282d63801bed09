package dev.attune.training.simulation.document;

import dev.attune.training.Explanation;
import dev.attune.training.TrainingJob;
import dev.attune.training.simulation.Ending;
import dev.attune.training.simulation.Recent;
import dev.attune.training.simulation.Schedule;
import dev.attune.training.simulation.Workload;
import dev.attune.training.simulation.Workloads;
import dev.attune.training.simulation.document.MetricSource.Series;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One workload of a document. What it does not say is as usual. A job that it cannot make sense of, because a hyperparameter is missing,
 * fails and says why, as a training script would. For any thread.
 */
final class DocumentWorkload {
    private static final int RECENT_JOBS = 64;
    private static final double EARLY = 0.02;
    private static final double ROUNDING = 1e-9;
    private static final int MOST_EPOCHS = 100_000;

    private final String name;
    private final Parts parts;
    private final Workload usual = Workloads.usual();
    private final Recent<TrainingJob, Plan> plans = new Recent<>(RECENT_JOBS, this::plan);

    private DocumentWorkload(String name, Parts parts) {
        this.name = name;
        this.parts = parts;
    }

    static Workload of(String name, Parts parts) {
        var own = new DocumentWorkload(name, parts);
        return new Workload(
                own::limit,
                own::value,
                job -> own.plans.of(job).schedule(),
                own.outcome(),
                parts.logs().isEmpty() ? null : own::lines);
    }

    private Workload.Outcome outcome() {
        return new Workload.Outcome() {
            @Override
            public Ending ending(TrainingJob job) {
                return plans.of(job).outcome().ending();
            }

            @Override
            public List<Explanation.Attempt> attempts(TrainingJob job) {
                var plan = plans.of(job);
                return plan.ruled() ? parts.outcomes().explain(job, plan.schedule()) : List.of();
            }
        };
    }

    private Plan plan(TrainingJob job) {
        var asUsual = usual.pace().schedule(job);
        try {
            var source = parts.metrics();
            var series = source == null ? null : source.of(job);
            var schedule = schedule(job, asUsual, series);
            var outcome = outcome(job, schedule, series);
            if (source != null && series != null) {
                source.names().forEach(metric -> series.value(metric, schedule.epochs(), schedule.epochs(), 1));
            }
            return new Plan(schedule, outcome, series, series == null || series.failure() == null);
        } catch (MissingValueException e) {
            var reason = "AlgorithmError: workload [%s]: %s, exit code: 1".formatted(name, e.getMessage());
            return new Plan(asUsual, Outcome.of(Ending.failed(reason, EARLY)), null, false);
        }
    }

    private Schedule schedule(TrainingJob job, Schedule asUsual, @Nullable Series series) {
        var extent = series == null ? null : series.extent();
        var said = parts.curve().epochs();
        var epochs = extent == null ? asUsual.epochs() : extent.epochs();
        if (said != null) {
            epochs = (int) Math.max(1, Math.min(MOST_EPOCHS, said.value(Scope.of(job))));
        }
        return parts.times().schedule(job, asUsual, epochs, extent == null ? null : extent.training());
    }

    private Outcome outcome(TrainingJob job, Schedule schedule, @Nullable Series series) {
        var failure = series == null ? null : series.failure();
        return failure == null
                ? parts.outcomes().decide(job, schedule)
                : Outcome.of(Ending.failed(failure.reason(), failure.progress()));
    }

    private boolean knows(String metric) {
        var source = parts.metrics();
        return source != null && source.names().contains(metric);
    }

    private OptionalDouble limit(TrainingJob job, String metric) {
        var plan = plans.of(job);
        if (plan.outcome().silent()) {
            return OptionalDouble.empty();
        }
        if (!knows(metric)) {
            return usual.surface().limit(job, metric);
        }
        var value = plan.value(metric, plan.schedule().epochs(), 1);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private double value(TrainingJob job, String metric, double limit, double progress) {
        if (!knows(metric)) {
            return usual.curve().value(job, metric, limit, progress);
        }
        var plan = plans.of(job);
        var epoch = (int) (progress * plan.schedule().epochs() + ROUNDING);
        return plan.value(metric, Math.max(1, epoch), progress);
    }

    private List<String> lines(TrainingJob job, int epoch, double progress) {
        var plan = plans.of(job);
        if (plan.outcome().silent()) {
            return List.of();
        }
        var values = new HashMap<String, Double>();
        return parts.logs().stream()
                .map(template -> template.write(
                        job,
                        epoch,
                        metric -> values.computeIfAbsent(metric, name -> plan.value(name, epoch, progress))))
                .toList();
    }

    /** What a workload is made of; {@code metrics} is null where they are as usual. */
    record Parts(
            @Nullable MetricSource metrics,
            LearningCurve curve,
            Times times,
            Outcomes outcomes,
            List<LogTemplate> logs) {}

    /**
     * All that is decided of a job.
     *
     * @param ruled whether the rules of outcomes decided how it ends
     */
    private record Plan(
            Schedule schedule, Outcome outcome, @Nullable Series series, boolean ruled) {
        /** NaN where the formula speaks of something that is missing, though it did not after the last epoch. */
        double value(String metric, int epoch, double progress) {
            try {
                return series == null ? Double.NaN : series.value(metric, schedule.epochs(), epoch, progress);
            } catch (MissingValueException e) {
                return Double.NaN;
            }
        }
    }
}
