package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Arns;
import dev.attune.api.Identity;
import dev.attune.api.Pages;
import dev.attune.api.Positions;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Reach;
import dev.attune.tuning.TrainingJobQuery;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TrainingRuns;
import dev.attune.wire.Caller;
import dev.attune.wire.JsonText;
import dev.attune.wire.OneOf;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's ListTrainingJobs: the training jobs of an account and region, whoever launched them. */
@Component
final class ListTrainingJobs extends GaOperation<ListTrainingJobs.Request, ListTrainingJobs.Response> {
    private static final int DEFAULT_PAGE = 10;

    private final TrainingRuns runs;
    private final PageTokens tokens;
    private final JsonText json;

    ListTrainingJobs(TrainingRuns runs, PageTokens tokens, JsonText json) {
        this.runs = runs;
        this.tokens = tokens;
        this.json = json;
    }

    /** AWS's ListTrainingJobsRequest. */
    @ActedOn
    record Request(
            @Pattern(regexp = Names.ANY) @Size(max = 8192) @Nullable String nextToken,

            @Min(1) @Max(100) @Nullable Integer maxResults,
            @Nullable Instant creationTimeAfter,
            @Nullable Instant creationTimeBefore,
            @Nullable Instant lastModifiedTimeAfter,
            @Nullable Instant lastModifiedTimeBefore,

            @Pattern(regexp = Names.NAME_CONTAINS) @Size(max = 63) @Nullable String nameContains,

            @OneOf({"InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting"}) @Nullable String statusEquals,

            @OneOf({"Name", "CreationTime", "Status"}) @Nullable String sortBy,

            @OneOf({"Ascending", "Descending"}) @Nullable String sortOrder,

            @OneOf({"Available", "Terminated", "Reused", "InUse"}) @Nullable String warmPoolStatusEquals,

            @Pattern(regexp = ResourceConfig.PLAN_ARN) @Size(min = 50, max = 2048) @Nullable String trainingPlanArnEquals) {

        /** By time of creation where nothing else is asked for. */
        JobQuery.Sort sort() {
            return sortBy == null ? JobQuery.Sort.CREATION_TIME : Positions.jobSort(sortBy);
        }

        // AWS: SortOrder's documentation says ascending; the operation's, of a request that sorts by nothing, the
        // latest first.
        boolean descending() {
            return sortOrder == null ? sortBy == null : sortOrder.equals("Descending");
        }
    }

    /** AWS's ListTrainingJobsResponse. */
    record Response(
            List<Summary> trainingJobSummaries, @Nullable String nextToken) {}

    /** AWS's TrainingJobSummary. */
    record Summary(
            String trainingJobName,
            String trainingJobArn,
            Instant creationTime,
            @Nullable Instant trainingEndTime,
            Instant lastModifiedTime,
            String trainingJobStatus,
            String secondaryStatus,
            @Nullable String trainingPlanArn) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    // AWS: a page is taken first, and its jobs of another status are left out then; so a page can be short, or empty.
    @Override
    Response answer(Request request, Caller caller) {
        var reach = Identity.reach(caller);
        var pages = pages(request, reach);
        var after = pages.position(request.nextToken()).map(Positions::job).orElse(null);
        if (request.warmPoolStatusEquals() != null) {
            return new Response(List.of(), null); // there are no warm pools
        }
        int size = request.maxResults() == null ? DEFAULT_PAGE : request.maxResults();
        var query = query(request, reach, after, size + 1);
        var found = runs.list(query, filter(request.trainingPlanArnEquals()));
        var page = pages.next(found, size, listed -> Positions.text(query.positionOf(listed.row())));
        var summaries = page.items().stream()
                .map(listed -> summary(listed.run()))
                .filter(summary ->
                        request.statusEquals() == null || request.statusEquals().equals(summary.trainingJobStatus()))
                .toList();
        return new Response(summaries, page.nextToken());
    }

    private Predicate<TrainingRun> filter(@Nullable String plan) {
        return run -> plan == null || plan.equals(plan(run));
    }

    private @Nullable String plan(TrainingRun run) {
        var machines = CreateTrainingJobRequest.of(run, json).resourceConfig();
        return machines == null ? null : machines.trainingPlanArn();
    }

    private Summary summary(TrainingRun run) {
        var report = run.report();
        return new Summary(
                run.name(),
                Arns.trainingJob(run.scope(), run.name()),
                run.createdAt(),
                report.trainingStartedAt() == null ? null : report.endedAt(),
                run.lastModifiedAt(),
                report.status().word(),
                run.secondaryStatus(),
                plan(run));
    }

    private static TrainingJobQuery query(Request request, Reach reach, JobQuery.@Nullable Position after, int limit) {
        return new TrainingJobQuery(
                reach,
                request.nameContains(),
                new JobQuery.Span(request.creationTimeAfter(), request.creationTimeBefore()),
                new JobQuery.Span(request.lastModifiedTimeAfter(), request.lastModifiedTimeBefore()),
                request.sort(),
                request.descending(),
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
                request.lastModifiedTimeBefore(),
                request.warmPoolStatusEquals(),
                request.trainingPlanArnEquals());
    }
}
