package dev.attune.api.ga;

import dev.attune.api.ActedOn;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's ListTrainingJobsForHyperParameterTuningJob. */
@Component
final class ListTrainingJobsForHyperParameterTuningJob
        extends GaOperation<
                ListTrainingJobsForHyperParameterTuningJob.Request,
                ListTrainingJobsForHyperParameterTuningJob.Response> {
    private static final int DEFAULT_PAGE = 10;
    // AWS: a training job that is being deleted; those of a tuning job go with it at once.
    private static final String NEVER = "Deleting";

    private final TuningJobs jobs;
    private final PageTokens tokens;

    ListTrainingJobsForHyperParameterTuningJob(TuningJobs jobs, PageTokens tokens) {
        this.jobs = jobs;
        this.tokens = tokens;
    }

    /** AWS's ListTrainingJobsForHyperParameterTuningJobRequest. */
    @ActedOn
    record Request(
            @NotNull @Pattern(regexp = Names.TUNING_JOB) @Size(min = 1, max = 32) String hyperParameterTuningJobName,

            @Pattern(regexp = Names.ANY) @Size(max = 8192) @Nullable String nextToken,

            @Min(1) @Max(100) @Nullable Integer maxResults,

            @OneOf({"InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting"}) @Nullable String statusEquals,

            @OneOf({"Name", "CreationTime", "Status", "FinalObjectiveMetricValue"}) @Nullable String sortBy,

            @OneOf({"Ascending", "Descending"}) @Nullable String sortOrder) {}

    /** AWS's ListTrainingJobsForHyperParameterTuningJobResponse. */
    record Response(
            List<HyperParameterTrainingJobSummary> trainingJobSummaries,
            @Nullable String nextToken) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var name = request.hyperParameterTuningJobName();
        var scope = scopeOf(jobs, name, caller);
        var snapshot = jobs.describe(scope, name);
        var pages = pages(request, scope);
        var after = pages.position(request.nextToken()).map(Positions::trial).orElse(null);
        if (NEVER.equals(request.statusEquals())) {
            return new Response(List.of(), null);
        }
        var query = new TrialQuery(
                Statuses.training(request.statusEquals()),
                Positions.trialSort(request.sortBy()),
                "Descending".equals(request.sortOrder()),
                after);
        int size = request.maxResults() == null ? DEFAULT_PAGE : request.maxResults();
        var page = pages.next(query.select(snapshot.trials()), size, trial -> Positions.text(query.positionOf(trial)));
        return new Response(
                page.items().stream()
                        .map(trial -> HyperParameterTrainingJobSummary.of(snapshot.job(), trial))
                        .toList(),
                page.nextToken());
    }

    private Pages pages(Request request, Scope scope) {
        return new Pages(
                tokens,
                name(),
                scope,
                request.hyperParameterTuningJobName().toLowerCase(Locale.ROOT),
                request.sortBy(),
                request.sortOrder(),
                request.statusEquals());
    }
}
