package dev.attune.api.ga;

import dev.attune.api.ActedOn;
import dev.attune.api.Identity;
import dev.attune.api.Pages;
import dev.attune.api.ga.Searched.Candidate;
import dev.attune.api.ga.Searched.Wanted;
import dev.attune.api.ga.query.Condition;
import dev.attune.api.ga.query.Rank;
import dev.attune.api.ga.query.Selection;
import dev.attune.tuning.Reach;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.wire.Caller;
import dev.attune.wire.OneOf;
import dev.attune.wire.PageTokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's Search, of tuning jobs and of training jobs. Every page looks at all records of the scope, one after the other. */
@Component
final class Search extends GaOperation<Search.Request, Search.Response> {
    private static final int DEFAULT_PAGE = 10;

    private final List<Searched> searched;
    private final PageTokens tokens;

    Search(List<Searched> searched, PageTokens tokens) {
        this.searched = List.copyOf(searched);
        this.tokens = tokens;
    }

    /** AWS's SearchRequest. */
    @ActedOn
    record Request(
            @NotNull @OneOf({
                "TrainingJob",
                "Experiment",
                "ExperimentTrial",
                "ExperimentTrialComponent",
                "Endpoint",
                "Model",
                "ModelPackage",
                "ModelPackageGroup",
                "Pipeline",
                "PipelineExecution",
                "FeatureGroup",
                "FeatureMetadata",
                "Image",
                "ImageVersion",
                "Project",
                "HyperParameterTuningJob",
                "ModelCard",
                "PipelineVersion"
            })
            String resource,

            @Valid @Nullable SearchExpression searchExpression,

            @Pattern(regexp = Names.SOME) @Size(min = 1, max = 255) @Nullable String sortBy,

            @OneOf({"Ascending", "Descending"}) @Nullable String sortOrder,

            @Pattern(regexp = Names.ANY) @Size(max = 8192) @Nullable String nextToken,

            @Min(1) @Max(100) @Nullable Integer maxResults,

            @OneOf({"SameAccount", "CrossAccount"}) @Nullable String crossAccountFilterOption,

            @Size(min = 1, max = 5) @Nullable List<@Valid VisibilityCondition> visibilityConditions) {}

    /** AWS's VisibilityConditions: a tag that a record must not have with another value. */
    record VisibilityCondition(
            @Pattern(regexp = Names.TAG) @Size(min = 1, max = 128) @Nullable String key,

            @Pattern(regexp = Names.TAG) @Size(max = 256) @Nullable String value) {}

    /** AWS's SearchResponse. */
    record Response(List<SearchRecord> results, @Nullable String nextToken, TotalHits totalHits) {}

    /** AWS's TotalHits. */
    record TotalHits(long value, String relation) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        var reach = Identity.reach(caller);
        var sources = sources(request.resource());
        var conditions = new SearchConditions(request.resource(), sources.get(0).members());
        var condition = Condition.all(
                List.of(conditions.read(request.searchExpression()), Visibility.read(request.visibilityConditions())));
        var order = conditions.property(request.sortBy() == null ? "LastModifiedTime" : request.sortBy());
        var pages = pages(request, reach);
        int size = request.maxResults() == null ? DEFAULT_PAGE : request.maxResults();
        var after = pages.position(request.nextToken()).map(Rank::parse).orElse(null);
        var found = new Selection<Candidate>(!"Ascending".equals(request.sortOrder()), after, size + 1);
        // AWS: what other accounts made discoverable; here there is nothing of the kind.
        if (!"CrossAccount".equals(request.crossAccountFilterOption())) {
            var wanted = new Wanted(conditions.used(), conditions.required());
            for (var source : sources) {
                source.each(reach, wanted, candidate -> {
                    if (condition.holds(candidate.document())) {
                        found.offer(Rank.of(candidate.document(), order, candidate.id()), candidate);
                    }
                });
            }
        }
        return response(found, pages, size);
    }

    private static Response response(Selection<Candidate> found, Pages pages, int size) {
        var page = pages.next(found.first(), size, last -> last.getKey().token());
        return new Response(
                page.items().stream()
                        .map(Map.Entry::getValue)
                        .map(candidate -> candidate.record().get())
                        .toList(),
                page.nextToken(),
                new TotalHits(found.count(), "EqualTo"));
    }

    private List<Searched> sources(String resource) {
        var sources = searched.stream()
                .filter(source -> source.resource().equals(resource))
                .toList();
        if (sources.isEmpty()) {
            throw new TuningException(
                    TuningError.INVALID,
                    "Attune does not implement the search of the Resource [" + resource
                            + "]. Use HyperParameterTuningJob or TrainingJob.");
        }
        return sources;
    }

    private Pages pages(Request request, Reach reach) {
        return new Pages(
                tokens,
                name(),
                reach,
                request.resource(),
                request.searchExpression(),
                request.sortBy(),
                request.sortOrder(),
                request.crossAccountFilterOption(),
                request.visibilityConditions());
    }
}
