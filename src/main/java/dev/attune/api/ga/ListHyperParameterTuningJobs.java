package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.api.Pages;
import dev.attune.api.Positions;
import dev.attune.api.Statuses;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Reach;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.OneOf;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's ListHyperParameterTuningJobs: the tuning jobs of an account and region, whichever API created them. */
@Component
final class ListHyperParameterTuningJobs
        extends GaOperation<ListHyperParameterTuningJobs.Request, ListHyperParameterTuningJobs.Response> {
    private static final int DEFAULT_PAGE = 10;
    // AWS: a job that is being deleted shows for a while; here it is gone at once.
    private static final Set<String> NEVER = Set.of("Deleting", "DeleteFailed");

    private final TuningJobs jobs;
    private final PageTokens tokens;

    ListHyperParameterTuningJobs(TuningJobs jobs, PageTokens tokens) {
        this.jobs = jobs;
        this.tokens = tokens;
    }

    /** AWS's ListHyperParameterTuningJobsRequest. */
    @ActedOn
    record Request(
            @Pattern(regexp = Names.ANY) @Size(max = 8192) @Nullable String nextToken,

            @Min(1) @Max(100) @Nullable Integer maxResults,

            @OneOf({"Name", "Status", "CreationTime"}) @Nullable String sortBy,

            @OneOf({"Ascending", "Descending"}) @Nullable String sortOrder,

            @Pattern(regexp = Names.NAME_CONTAINS) @Size(max = 63) @Nullable String nameContains,

            @Nullable Instant creationTimeAfter,
            @Nullable Instant creationTimeBefore,
            @Nullable Instant lastModifiedTimeAfter,
            @Nullable Instant lastModifiedTimeBefore,

            @OneOf({"Completed", "InProgress", "Failed", "Stopped", "Stopping", "Deleting", "DeleteFailed"}) @Nullable String statusEquals) {}

    /** AWS's ListHyperParameterTuningJobsResponse. */
    record Response(
            List<Summary> hyperParameterTuningJobSummaries,
            @Nullable String nextToken) {}

    /** AWS's HyperParameterTuningJobSummary. */
    record Summary(
            String hyperParameterTuningJobName,
            String hyperParameterTuningJobArn,
            String hyperParameterTuningJobStatus,
            String strategy,
            Instant creationTime,
            @Nullable Instant hyperParameterTuningEndTime,
            Instant lastModifiedTime,
            Counters.TrainingJobStatusCounters trainingJobStatusCounters,
            Counters.ObjectiveStatusCounters objectiveStatusCounters,
            HyperParameterTuningJobConfig.ResourceLimits resourceLimits) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var reach = Identity.reach(caller);
        var pages = pages(request, reach);
        var after = pages.position(request.nextToken()).map(Positions::job).orElse(null);
        if (request.statusEquals() != null && NEVER.contains(request.statusEquals())) {
            return new Response(List.of(), null);
        }
        int size = request.maxResults() == null ? DEFAULT_PAGE : request.maxResults();
        var query = query(request, reach, after, size + 1);
        var page = pages.next(jobs.list(query), size, job -> Positions.text(query.positionOf(job)));
        return new Response(page.items().stream().map(this::summary).toList(), page.nextToken());
    }

    private Summary summary(TuningJob job) {
        var snapshot = jobs.snapshot(job);
        return new Summary(
                job.name(),
                Arns.hyperParameterTuningJob(job),
                job.status().word(),
                job.definition().strategy().word(),
                job.createdAt(),
                job.endedAt(),
                job.updatedAt(),
                Counters.TrainingJobStatusCounters.of(snapshot),
                Counters.ObjectiveStatusCounters.of(snapshot),
                HyperParameterTuningJobConfig.ResourceLimits.of(job.definition().limits()));
    }

    private static JobQuery query(Request request, Reach reach, JobQuery.@Nullable Position after, int limit) {
        return new JobQuery(
                reach,
                request.nameContains(),
                Statuses.tuning(request.statusEquals()),
                new JobQuery.Span(request.creationTimeAfter(), request.creationTimeBefore()),
                new JobQuery.Span(request.lastModifiedTimeAfter(), request.lastModifiedTimeBefore()),
                Positions.jobSort(request.sortBy()),
                "Descending".equals(request.sortOrder()),
                after,
                limit);
    }

    private Pages pages(Request request, Reach reach) {
        return new Pages(
                tokens,
                name(),
                reach,
                request.sortBy(),
                request.sortOrder(),
                request.nameContains(),
                request.statusEquals(),
                request.creationTimeAfter(),
                request.creationTimeBefore(),
                request.lastModifiedTimeAfter(),
                request.lastModifiedTimeBefore());
    }
}
