package dev.attune.traffic;

import dev.attune.tuning.Seeds;
import dev.attune.tuning.SimulatedClock;
import dev.attune.wire.Fault;
import dev.attune.wire.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The faults that are in force, with their counts: what a client put last, else what is configured. Kept in memory alone: they are a test's, and
 * a server that is started again begins with what is configured, and from one. For any thread.
 */
public final class ApiFaults implements Faults {
    private static final FaultDocument NONE = new FaultDocument("", null, List.of());

    private final SimulatedClock clock;
    private final InstantSource wall;
    private final long installationSeed;
    private final FaultDocument configured;
    private InForce inForce;

    private ApiFaults(SimulatedClock clock, InstantSource wall, long seed, FaultDocument configured) {
        this.clock = clock;
        this.wall = wall;
        this.installationSeed = seed;
        this.configured = configured;
        this.inForce = beginAsConfigured();
    }

    /** Without configured faults. */
    public static ApiFaults of(SimulatedClock clock, InstantSource wall, long seed) {
        return new ApiFaults(clock, wall, seed, NONE);
    }

    /**
     * With the faults of a file.
     *
     * @throws dev.attune.document.DocumentException where it cannot be used
     */
    public static ApiFaults of(SimulatedClock clock, InstantSource wall, long seed, Path file) {
        return new ApiFaults(clock, wall, seed, FaultDocument.read(file));
    }

    @Override
    public synchronized Fault next(String operation) {
        if (inForce.counts().isEmpty()) {
            return Fault.NONE;
        }
        var age = new Window.Age(
                clock.elapsed().minus(inForce.elapsed()), Duration.between(inForce.since(), wall.instant()));
        var fault = Fault.NONE;
        for (var count : inForce.counts()) {
            if (count.rule.covers(operation)) {
                var found = count.call(inForce.seed(), age, fault.name().isEmpty());
                fault = found == null ? fault : found;
            }
        }
        return fault;
    }

    /** What is in force. */
    public synchronized FaultListing show() {
        var text = inForce.document().text();
        return new FaultListing(
                inForce.source(),
                inForce.seed(),
                inForce.counts().stream().map(Count::shown).toList(),
                text.isEmpty() ? null : text);
    }

    /**
     * Puts a document in the place of what is in force, and counts from one.
     *
     * @throws IllegalArgumentException with place, line and reason, where anything in it is wrong: then nothing changes
     */
    public FaultListing replace(String document) {
        var read = FaultDocument.read(document);
        synchronized (this) {
            inForce = begin(read, "put");
            return show();
        }
    }

    /** Disturbs nothing any more. */
    public synchronized void clear() {
        inForce = begin(NONE, "none");
    }

    /** Puts what is configured in force again, and counts from one. */
    public synchronized void reset() {
        inForce = beginAsConfigured();
    }

    private InForce beginAsConfigured() {
        return begin(configured, configured.text().isEmpty() ? "none" : "file");
    }

    private InForce begin(FaultDocument document, String source) {
        var rules = document.rules();
        return new InForce(
                document,
                source,
                document.seed() == null ? installationSeed : document.seed(),
                clock.elapsed(),
                wall.instant(),
                IntStream.range(0, rules.size())
                        .mapToObj(i -> new Count(i, rules.get(i)))
                        .toList());
    }

    /** A document and since when, in simulated and in wall time, it is in force. */
    private record InForce(
            FaultDocument document, String source, long seed, Duration elapsed, Instant since, List<Count> counts) {}

    /** What became of a rule. Guarded by the faults' lock. */
    private static final class Count {
        private final int number;
        private final FaultRule rule;
        private int calls;
        private int fired;

        Count(int number, FaultRule rule) {
            this.number = number;
            this.rule = rule;
        }

        /** Counts a call, whichever rule it falls to; null where this one does not fire, or another has. */
        @Nullable Fault call(long seed, Window.Age age, boolean isFree) {
            calls++;
            if (!isFree || !rule.allows(calls, age) || uniform(seed, "fires") >= rule.probability()) {
                return null;
            }
            fired++;
            return rule.effect().fault(rule.name(), uniform(seed, "latency"));
        }

        /** In [0, 1), the same for the same call of the same rule. */
        private double uniform(long seed, String purpose) {
            var hash = Seeds.of(seed, "api-fault", Integer.toString(number), Integer.toString(calls), purpose);
            return (hash >>> 11) * 0x1.0p-53;
        }

        FaultCount shown() {
            return new FaultCount(
                    rule.name(),
                    rule.operations().stream().map(glob -> glob.pattern()).toList(),
                    calls,
                    fired);
        }
    }

    /**
     * What is in force.
     *
     * @param source {@code put}, {@code file} or {@code none}
     * @param document its text; null where there is none
     */
    public record FaultListing(
            String source,
            long seed,
            List<FaultCount> rules,
            @Nullable String document) {
        public FaultListing {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule and its counts since the document came in force.
     *
     * @param calls of its operations
     * @param fired how many of them it disturbed
     */
    public record FaultCount(String name, List<String> operations, int calls, int fired) {
        public FaultCount {
            operations = List.copyOf(operations);
        }
    }
}
