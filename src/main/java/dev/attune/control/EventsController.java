package dev.attune.control;

import dev.attune.tuning.EventLog;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** State changes of jobs as they happen: server-sent events, each with an event as EventBridge has it. */
@RestController
class EventsController {
    private static final String PATH = "/_attune/events";
    private static final int AT_ONCE = 100;

    private final EventLog events;
    private final Watchers watchers;

    EventsController(EventLog events, Watchers watchers) {
        this.events = events;
        this.watchers = watchers;
    }

    @Operation(
            operationId = "watchEvents",
            summary = "Watch state changes of jobs",
            description =
                    "A stream of server-sent events that does not end. The data of each is an event as SageMaker sends it"
                            + " to EventBridge: of a tuning job or a training job whose status has changed. An id is the event's"
                            + " position: who comes again with Last-Event-ID goes on after it. The newest 5000 are kept; who asks"
                            + " for older ones is told by an event named missed how many are gone.")
    @ApiResponse(
            responseCode = "200",
            description = "Events, as they come",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "400",
            description = "InvalidRequest: after or Last-Event-ID is no position",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ControlError.class)))
    @Busy
    @GetMapping(PATH)
    void watch(
            @Parameter(
                            description =
                                    "begins after this position, 0 for the oldest that is kept; without it, with what"
                                            + " happens from now on")
                    @RequestParam(required = false)
                    @Nullable Long after,
            @Parameter(description = "the same, as browsers send it; it goes before")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable Long last,
            HttpServletResponse response)
            throws IOException {
        var position = last == null ? after : last;
        if (position != null && position < 0) {
            throw new IllegalArgumentException("after [" + position + "] must not be negative");
        }
        watchers.tell(
                () -> new Story(position == null ? events.last() : position),
                "text/event-stream;charset=utf-8",
                response);
    }

    /** HEAD, which Spring would answer by a GET that does not end. */
    @Hidden
    @RequestMapping(path = PATH, method = RequestMethod.HEAD)
    ResponseEntity<Void> canWatch() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    /** All events after a position, without an end. */
    private final class Story implements Watchers.Story {
        private long position;
        private String greeting = ": events\n\n";

        Story(long position) {
            this.position = position;
        }

        @Override
        public String next() {
            var text = new StringBuilder(greeting);
            greeting = "";
            for (var entry : events.after(position, AT_ONCE)) {
                var missed = entry.position() - position - 1;
                if (missed > 0 && position > 0) {
                    text.append("event: missed\ndata: ").append(missed).append("\n\n");
                }
                position = entry.position();
                text.append("id: ").append(position).append('\n');
                text.append("data: ").append(entry.event().text()).append("\n\n");
            }
            return text.toString();
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public String signOfLife() {
            return ": still here\n\n";
        }
    }
}
