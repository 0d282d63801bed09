package dev.attune.api.preview;

import dev.attune.api.ActedOn;
import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.api.Pages;
import dev.attune.api.Positions;
import dev.attune.api.Statuses;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Reach;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.OneOf;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attune's own addition to the preview, which had no such operation: the tuning jobs of an account and region. */
@Component
final class ListTuningJobs extends PreviewOperation<ListTuningJobs.Request, ListTuningJobs.Response> {
    private static final int DEFAULT_PAGE = 10;

    private final TuningJobs jobs;
    private final PageTokens tokens;

    ListTuningJobs(TuningJobs jobs, PageTokens tokens) {
        this.jobs = jobs;
        this.tokens = tokens;
    }

    /** The request. */
    @ActedOn
    record Request(
            @NotNull @Pattern(regexp = Names.ACCOUNT) @Size(min = 1, max = 12) String awsAccountId,

            @Min(1) @Max(100) @Nullable Integer maxResults,
            @Size(max = 8192) @Nullable String nextToken,

            @OneOf({"Name", "CreationTime", "Status"}) @Nullable String sortBy,

            @OneOf({"Ascending", "Descending"}) @Nullable String sortOrder,

            @Pattern(regexp = "[a-zA-Z0-9\\-]+") @Size(max = 63) @Nullable String nameContains,

            @OneOf({"InProgress", "Completed", "Failed", "Stopping", "Stopped"}) @Nullable String statusEquals,

            @Nullable Instant creationTimeAfter,
            @Nullable Instant creationTimeBefore) {}

    /** The response. */
    record Response(
            List<Summary> tuningJobSummaries, @Nullable String nextToken) {}

    /** A tuning job in a list. */
    record Summary(
            String tuningJobName,
            String tuningJobArn,
            String tuningJobStatus,
            Instant creationTime,
            @Nullable Instant tuningJobEndTime,
            TrainingJobCounts jobs,
            TuningJobConfig.ResourceLimits resourceLimits) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var scope = Identity.scope(caller, request.awsAccountId());
        var pages = pages(request, scope);
        int size = request.maxResults() == null ? DEFAULT_PAGE : request.maxResults();
        var query = query(
                request,
                scope,
                pages.position(request.nextToken()).map(Positions::job).orElse(null),
                size + 1);
        var page = pages.next(jobs.list(query), size, job -> Positions.text(query.positionOf(job)));
        return new Response(page.items().stream().map(this::summary).toList(), page.nextToken());
    }

    private Summary summary(TuningJob job) {
        return new Summary(
                job.name(),
                Arns.tuningJob(job),
                job.status().word(),
                job.createdAt(),
                job.endedAt(),
                TrainingJobCounts.of(jobs.snapshot(job).counts()),
                TuningJobConfig.ResourceLimits.of(job.definition().limits()));
    }

    private static JobQuery query(Request request, Scope scope, JobQuery.@Nullable Position after, int limit) {
        return new JobQuery(
                Reach.of(scope),
                request.nameContains(),
                Statuses.tuning(request.statusEquals()),
                new JobQuery.Span(request.creationTimeAfter(), request.creationTimeBefore()),
                JobQuery.Span.ALL,
                Positions.jobSort(request.sortBy()),
                "Descending".equals(request.sortOrder()),
                after,
                limit);
    }

    private Pages pages(Request request, Scope scope) {
        return new Pages(
                tokens,
                name(),
                scope,
                request.sortBy(),
                request.sortOrder(),
                request.nameContains(),
                request.statusEquals(),
                request.creationTimeAfter(),
                request.creationTimeBefore());
    }
}
