package dev.attune.api.preview;

import dev.attune.api.ActedOn;
import dev.attune.api.Identity;
import dev.attune.api.Pages;
import dev.attune.api.Positions;
import dev.attune.api.Statuses;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TrialQuery;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.OneOf;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The preview's ListTrainingJobsForTuningJob. Without SortBy the order is that of launch. */
@Component
final class ListTrainingJobsForTuningJob
        extends PreviewOperation<ListTrainingJobsForTuningJob.Request, ListTrainingJobsForTuningJob.Response> {
    private static final int DEFAULT_PAGE = 100;

    private final TuningJobs jobs;
    private final PageTokens tokens;

    ListTrainingJobsForTuningJob(TuningJobs jobs, PageTokens tokens) {
        this.jobs = jobs;
        this.tokens = tokens;
    }

    /** AWS's ListTrainingJobsForTuningJobRequest. */
    @ActedOn
    record Request(
            @NotNull @Pattern(regexp = Names.ACCOUNT) @Size(min = 1, max = 12) String awsAccountId,

            @NotNull @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) String tuningJobName,

            @Min(1) @Max(100) @Nullable Integer maxResults,
            @Size(max = 8192) @Nullable String nextToken,
            @OneOf("FinalObjectiveMetricValue") @Nullable String sortBy,
            @OneOf({"Ascending", "Descending"}) @Nullable String sortOrder,

            @OneOf({"InProgress", "Completed", "Failed", "Stopping", "Stopped"}) @Nullable String trainingJobStatusEquals) {}

    /** AWS's ListTrainingJobsForTuningJobResponse. */
    record Response(
            List<TrainingJobSummary> trainingJobSummaries,
            @Nullable String nextToken) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var scope = Identity.scope(caller, request.awsAccountId());
        var snapshot = jobs.describe(scope, request.tuningJobName());
        var pages = pages(request, scope);
        var query = new TrialQuery(
                Statuses.training(request.trainingJobStatusEquals()),
                Positions.trialSort(request.sortBy()),
                "Descending".equals(request.sortOrder()),
                pages.position(request.nextToken()).map(Positions::trial).orElse(null));
        int size = request.maxResults() == null ? DEFAULT_PAGE : request.maxResults();
        var page = pages.next(query.select(snapshot.trials()), size, trial -> Positions.text(query.positionOf(trial)));
        return new Response(
                page.items().stream()
                        .map(trial -> TrainingJobSummary.of(snapshot.job(), trial))
                        .toList(),
                page.nextToken());
    }

    private Pages pages(Request request, Scope scope) {
        return new Pages(
                tokens,
                name(),
                scope,
                request.tuningJobName(),
                request.sortBy(),
                request.sortOrder(),
                request.trainingJobStatusEquals());
    }
}
