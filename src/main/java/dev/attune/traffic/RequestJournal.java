package dev.attune.traffic;

import dev.attune.document.Glob;
import dev.attune.tuning.SimulatedClock;
import dev.attune.wire.Exchange;
import dev.attune.wire.ExchangeLog;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests that came last, with what was answered: as many as it may keep, in memory alone. For any thread. */
public final class RequestJournal implements ExchangeLog {
    private final SimulatedClock clock;
    private final int most;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long forgotten;

    /** @param most entries that are kept; 0 for none */
    public RequestJournal(SimulatedClock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    public synchronized void add(Exchange exchange) {
        entries.addFirst(entry(exchange));
        while (entries.size() > most) {
            entries.removeLast();
            forgotten++;
        }
    }

    private JournalEntry entry(Exchange exchange) {
        var caller = exchange.caller();
        var refusal = exchange.refusal();
        return new JournalEntry(
                clock.now(),
                exchange.operation(),
                exchange.status(),
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.message(),
                refusal == null ? List.of() : refusal.violations(),
                exchange.fault().isEmpty() ? null : exchange.fault(),
                caller.account(),
                caller.region(),
                caller.requestId());
    }

    /** The entries that a query asks for, the newest first. */
    public synchronized JournalExtract find(Query query) {
        int count = 0;
        var found = new ArrayList<JournalEntry>();
        for (var entry : entries) {
            if (query.asksFor(entry)) {
                count++;
                if (found.size() < query.limit()) {
                    found.add(entry);
                }
            }
        }
        return new JournalExtract(count, forgotten, found);
    }

    /** Forgets everything, also that it forgot. */
    public synchronized void clear() {
        entries.clear();
        forgotten = 0;
    }

    /**
     * Which entries are wanted; null for any.
     *
     * @param operation a glob
     * @param error the error's code
     */
    public record Query(
            @Nullable String operation,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String account,
            int limit) {
        boolean asksFor(JournalEntry entry) {
            return (operation == null || new Glob(operation).matches(entry.operation()))
                    && (status == null || status.equals(entry.status()))
                    && (error == null || error.equals(entry.error()))
                    && (account == null || account.equals(entry.account()));
        }
    }

    /**
     * What was found.
     *
     * @param count of the entries that were asked for, though fewer may be shown
     * @param forgotten older requests that are not kept any more, of any kind
     */
    public record JournalExtract(int count, long forgotten, List<JournalEntry> requests) {
        public JournalExtract {
            requests = List.copyOf(requests);
        }
    }

    /**
     * A request and what was answered.
     *
     * @param time by the clock that jobs are created by
     * @param operation as it was asked for; method and path where the request names none
     * @param status null where the connection was dropped before the operation saw the request
     * @param violations the constraints that the request broke
     * @param fault the rule that disturbed it; null for none
     * @param account null where the access key names none
     */
    public record JournalEntry(
            Instant time,
            String operation,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String message,
            List<String> violations,
            @Nullable String fault,
            @Nullable String account,
            String region,
            String requestId) {
        public JournalEntry {
            violations = List.copyOf(violations);
        }
    }
}
