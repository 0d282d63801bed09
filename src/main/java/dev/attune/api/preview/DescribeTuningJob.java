package dev.attune.api.preview;

import dev.attune.api.Identity;
import dev.attune.api.preview.TuningJobConfig.CategoricalRange;
import dev.attune.api.preview.TuningJobConfig.NumericRange;
import dev.attune.search.Parameter;
import dev.attune.tuning.RangeText;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The preview's DescribeTuningJob. */
@Component
final class DescribeTuningJob extends PreviewOperation<TuningJobRequest, DescribeTuningJob.Response> {
    private final TuningJobs jobs;

    DescribeTuningJob(TuningJobs jobs) {
        this.jobs = jobs;
    }

    /** AWS's DescribeTuningJobResponse. */
    record Response(
            String tuningJobName,
            String tuningJobStatus,
            Instant tuningJobStartTime,
            @Nullable Instant tuningJobEndTime,
            @Nullable String failureReason,
            String strategy,
            TuningJobConfig.ParameterRanges parameterRanges,
            List<TrainingJobDefinition.MetricDefinitionShape> metricDefinitions,
            @Nullable TrainingJobSummary bestTrainingJob,
            ResourcesStats resourcesStats) {}

    /** AWS's ResourcesStats. */
    record ResourcesStats(ConsumedResources consumedResources, TuningJobConfig.ResourceLimits resourceLimits) {}

    /** AWS's ConsumedResources. */
    record ConsumedResources(ComputeHours computeHours, TrainingJobCounts jobs) {}

    /** AWS's ComputeHours: instances × hours, rounded. */
    record ComputeHours(long finished, long inFlight) {}

    @Override
    public Class<TuningJobRequest> requestType() {
        return TuningJobRequest.class;
    }

    @Override
    Response answer(TuningJobRequest request, Caller caller) {
        var scope = Identity.scope(caller, request.awsAccountId());
        return response(jobs.describe(scope, request.tuningJobName()));
    }

    private static Response response(TuningJobSnapshot snapshot) {
        var job = snapshot.job();
        var definition = job.definition();
        return new Response(
                job.name(),
                job.status().word(),
                job.createdAt(),
                job.endedAt(),
                job.failureReason(),
                definition.strategy().word(),
                ranges(definition),
                definition.training().metrics().stream()
                        .map(metric -> new TrainingJobDefinition.MetricDefinitionShape(metric.name(), metric.regex()))
                        .toList(),
                snapshot.best().map(best -> TrainingJobSummary.of(job, best)).orElse(null),
                new ResourcesStats(consumed(snapshot), TuningJobConfig.ResourceLimits.of(definition.limits())));
    }

    private static ConsumedResources consumed(TuningJobSnapshot snapshot) {
        return new ConsumedResources(
                new ComputeHours(hours(snapshot.finishedComputeTime()), hours(snapshot.inFlightComputeTime())),
                TrainingJobCounts.of(snapshot.counts()));
    }

    private static long hours(Duration time) {
        return time.plusMinutes(30).toHours();
    }

    private static TuningJobConfig.ParameterRanges ranges(TuningDefinition definition) {
        return new TuningJobConfig.ParameterRanges(
                numeric(definition, Parameter.Whole.class, "Integer"),
                numeric(definition, Parameter.Continuous.class, "Continuous"),
                nullIfEmpty(definition.space().parameters().stream()
                        .filter(Parameter.Categorical.class::isInstance)
                        .map(Parameter.Categorical.class::cast)
                        .map(range -> new CategoricalRange(range.name(), "Categorical", range.values()))
                        .toList()));
    }

    private static @Nullable List<NumericRange> numeric(
            TuningDefinition definition, Class<? extends Parameter> kind, String type) {
        return nullIfEmpty(definition.space().parameters().stream()
                .filter(kind::isInstance)
                .map(range -> range(range.name(), type, definition.rangeTexts().get(range.name())))
                .toList());
    }

    private static NumericRange range(String name, String type, @Nullable RangeText text) {
        return new NumericRange(name, type, text == null ? "" : text.min(), text == null ? "" : text.max());
    }

    private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
