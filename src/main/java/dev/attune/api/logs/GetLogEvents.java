package dev.attune.api.logs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.api.ActedOn;
import dev.attune.api.NoEffect;
import dev.attune.training.LogLine;
import dev.attune.wire.Caller;
import dev.attune.wire.PageTokens;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * CloudWatch Logs' GetLogEvents, for training jobs. A token is a place in the log and a direction; who comes with the forward token of the
 * last page gets what was written since, or nothing and the same token.
 */
@Component
final class GetLogEvents extends LogsOperation<GetLogEvents.Request, GetLogEvents.Response> {
    private static final int MOST = 10_000;
    private static final String FORWARD = "f/";
    private static final String BACKWARD = "b/";

    private final LogStreams streams;
    private final PageTokens tokens;

    GetLogEvents(LogStreams streams, PageTokens tokens) {
        this.streams = streams;
        this.tokens = tokens;
    }

    /** CloudWatch Logs' GetLogEventsRequest. */
    @ActedOn
    record Request(
            @JsonProperty("logGroupName") @Pattern(regexp = GROUP_NAME) @Size(min = 1, max = 512) @Nullable String logGroupName,

            @JsonProperty("logGroupIdentifier") @Pattern(regexp = GROUP_IDENTIFIER) @Size(min = 1, max = 2048) @Nullable String logGroupIdentifier,

            @JsonProperty("logStreamName") @NotNull @Pattern(regexp = STREAM_NAME) @Size(min = 1, max = 512) String logStreamName,

            @JsonProperty("startTime") @Min(0) @Nullable Long startTime,
            @JsonProperty("endTime") @Min(0) @Nullable Long endTime,

            @JsonProperty("nextToken") @Size(min = 1) @Nullable String nextToken,

            @JsonProperty("limit") @Min(1) @Max(MOST) @Nullable Integer limit,

            @JsonProperty("startFromHead") @Nullable Boolean startFromHead,
            @JsonProperty("unmask") @NoEffect @Nullable Boolean unmask) {
        boolean includes(LogLine line) {
            var at = line.at().toEpochMilli();
            return (startTime == null || at >= startTime) && (endTime == null || at < endTime);
        }
    }

    /** CloudWatch Logs' GetLogEventsResponse. */
    record Response(
            @JsonProperty("events") List<OutputLogEvent> events,
            @JsonProperty("nextForwardToken") String nextForwardToken,
            @JsonProperty("nextBackwardToken") String nextBackwardToken) {}

    /** CloudWatch Logs' OutputLogEvent; times in milliseconds. */
    record OutputLogEvent(
            @JsonProperty("timestamp") long timestamp,
            @JsonProperty("message") String message,
            @JsonProperty("ingestionTime") long ingestionTime) {
        static OutputLogEvent of(LogLine line) {
            var at = line.at().toEpochMilli();
            return new OutputLogEvent(at, line.text(), at);
        }
    }

    /** From where to read, and whether what comes after or what came before. */
    private record Place(int index, boolean forward) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    Response answer(Request request, Caller caller) {
        LogStreams.requireGroup(request.logGroupName(), request.logGroupIdentifier());
        var stream = streams.find(request.logStreamName(), caller);
        var seal = new PageTokens.Scope(
                name(), stream.run().scope().account(), stream.run().scope().region(), List.of(stream.name()));
        var lines = stream.lines();
        var place = place(request, seal, lines.size());
        var found = found(request, place, lines);
        int first = found.isEmpty() ? place.index() : found.get(0);
        int end = found.isEmpty() ? place.index() : found.get(found.size() - 1) + 1;
        return new Response(
                found.stream().map(lines::get).map(OutputLogEvent::of).toList(),
                FORWARD + tokens.seal(Integer.toString(end), seal),
                BACKWARD + tokens.seal(Integer.toString(first), seal));
    }

    private Place place(Request request, PageTokens.Scope seal, int size) {
        var token = request.nextToken();
        if (token == null) {
            var head = Boolean.TRUE.equals(request.startFromHead());
            return new Place(head ? 0 : size, head);
        }
        var forward = token.startsWith(FORWARD);
        if (!forward && !token.startsWith(BACKWARD)) {
            throw invalidToken();
        }
        var index = tokens.open(token.substring(FORWARD.length()), seal).orElseThrow(GetLogEvents::invalidToken);
        return new Place(Integer.parseInt(index), forward);
    }

    /** The lines of the page, by their place in the log. */
    private static List<Integer> found(Request request, Place place, List<LogLine> lines) {
        var all = IntStream.range(place.forward() ? place.index() : 0, place.forward() ? lines.size() : place.index())
                .filter(i -> i < lines.size() && request.includes(lines.get(i)))
                .boxed()
                .toList();
        var most = Math.min(all.size(), request.limit() == null ? MOST : request.limit());
        return place.forward() ? all.subList(0, most) : all.subList(all.size() - most, all.size());
    }

    private static RuntimeException invalidToken() {
        return invalid("The specified nextToken is invalid.");
    }
}
