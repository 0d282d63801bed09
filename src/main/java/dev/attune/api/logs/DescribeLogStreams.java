package dev.attune.api.logs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.api.ActedOn;
import dev.attune.api.Identity;
import dev.attune.api.Pages;
import dev.attune.api.Positions;
import dev.attune.api.logs.LogStreams.Stream;
import dev.attune.tuning.JobQuery;
import dev.attune.tuning.Reach;
import dev.attune.tuning.TrainingJobQuery;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TrainingRuns;
import dev.attune.tuning.TuningException;
import dev.attune.wire.Caller;
import dev.attune.wire.OneOf;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** CloudWatch Logs' DescribeLogStreams, for training jobs. */
@Component
final class DescribeLogStreams extends LogsOperation<DescribeLogStreams.Request, DescribeLogStreams.Response> {
    private static final int DEFAULT_PAGE = 50;

    private final LogStreams streams;
    private final TrainingRuns runs;
    private final PageTokens tokens;

    DescribeLogStreams(LogStreams streams, TrainingRuns runs, PageTokens tokens) {
        this.streams = streams;
        this.runs = runs;
        this.tokens = tokens;
    }

    /** CloudWatch Logs' DescribeLogStreamsRequest. */
    @ActedOn
    record Request(
            @JsonProperty("logGroupName") @Pattern(regexp = GROUP_NAME) @Size(min = 1, max = 512) @Nullable String logGroupName,

            @JsonProperty("logGroupIdentifier") @Pattern(regexp = GROUP_IDENTIFIER) @Size(min = 1, max = 2048) @Nullable String logGroupIdentifier,

            @JsonProperty("logStreamNamePrefix") @Pattern(regexp = STREAM_NAME) @Size(min = 1, max = 512) @Nullable String logStreamNamePrefix,

            @JsonProperty("orderBy") @OneOf({"LogStreamName", "LastEventTime"}) @Nullable String orderBy,

            @JsonProperty("descending") @Nullable Boolean descending,

            @JsonProperty("nextToken") @Size(min = 1) @Nullable String nextToken,

            @JsonProperty("limit") @Min(1) @Max(50) @Nullable Integer limit) {
        boolean isByTime() {
            return "LastEventTime".equals(orderBy);
        }
    }

    /** CloudWatch Logs' DescribeLogStreamsResponse. */
    record Response(
            @JsonProperty("logStreams") List<LogStream> logStreams,
            @JsonProperty("nextToken") @Nullable String nextToken) {}

    /** CloudWatch Logs' LogStream; times in milliseconds. */
    record LogStream(
            @JsonProperty("logStreamName") String logStreamName,
            @JsonProperty("creationTime") long creationTime,
            @JsonProperty("firstEventTimestamp") long firstEventTimestamp,
            @JsonProperty("lastEventTimestamp") long lastEventTimestamp,
            @JsonProperty("lastIngestionTime") long lastIngestionTime,
            @JsonProperty("arn") String arn,
            @JsonProperty("storedBytes") long storedBytes) {
        // AWS: storedBytes is always 0.
        static LogStream of(Stream stream) {
            var lines = stream.lines();
            var first = lines.get(0).at().toEpochMilli();
            var last = lines.get(lines.size() - 1).at().toEpochMilli();
            return new LogStream(stream.name(), first, first, last, last, LogStreams.arn(stream), 0);
        }
    }

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        LogStreams.requireGroup(request.logGroupName(), request.logGroupIdentifier());
        var prefix = request.logStreamNamePrefix() == null ? "" : request.logStreamNamePrefix();
        if (request.isByTime() && !prefix.isEmpty()) {
            throw invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        return prefix.contains("/") ? ofOneJob(prefix, caller) : page(request, prefix, Identity.reach(caller));
    }

    /** The stream of the only training job that a prefix with its whole name leaves. */
    private Response ofOneJob(String prefix, Caller caller) {
        var job = prefix.substring(0, prefix.indexOf('/'));
        var found = run(job, caller)
                .flatMap(streams::of)
                .filter(stream -> stream.name().startsWith(prefix))
                .map(LogStream::of);
        return new Response(found.stream().toList(), null);
    }

    private Optional<TrainingRun> run(String job, Caller caller) {
        try {
            return Optional.of(runs.find(streams.scope(job, caller), job));
        } catch (TuningException e) {
            return Optional.empty();
        }
    }

    private Response page(Request request, String prefix, Reach reach) {
        var pages = new Pages(tokens, name(), reach, prefix, request.isByTime(), request.descending());
        var after = pages.position(request.nextToken()).map(Positions::job).orElse(null);
        int size = request.limit() == null ? DEFAULT_PAGE : request.limit();
        var query = new TrainingJobQuery(
                reach,
                prefix.isEmpty() ? null : prefix,
                JobQuery.Span.ALL,
                JobQuery.Span.ALL,
                request.isByTime() ? JobQuery.Sort.CREATION_TIME : JobQuery.Sort.NAME,
                Boolean.TRUE.equals(request.descending()),
                after,
                size + 1);
        var found = runs.list(
                query, run -> run.name().startsWith(prefix) && streams.of(run).isPresent());
        var page = pages.next(found, size, listed -> Positions.text(query.positionOf(listed.row())));
        return new Response(
                page.items().stream()
                        .flatMap(listed -> streams.of(listed.run()).stream())
                        .map(LogStream::of)
                        .toList(),
                page.nextToken());
    }
}
