package dev.attune.traffic;

import dev.attune.document.Field;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the time since a document came in force.
 *
 * @param length null for no end
 * @param isWall by the wall clock, else in simulated time
 */
record Window(Duration after, @Nullable Duration length, boolean isWall) {
    static final List<String> MEMBERS = List.of("after", "for", "clock");
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final List<String> CLOCKS = List.of("simulated", "wall");

    static Window of(Field field) {
        var members = field.members(MEMBERS);
        if (!members.has("after") && !members.has("for")) {
            throw field.wrong("needs one of the members after and for");
        }
        return new Window(
                members.read("after", time -> time.duration(LONGEST), Duration.ZERO),
                members.find("for").map(time -> time.duration(LONGEST)).orElse(null),
                members.read("clock", word -> word.oneOf(CLOCKS), "simulated").equals("wall"));
    }

    boolean contains(Age age) {
        var since = isWall ? age.wall() : age.simulated();
        return since.compareTo(after) >= 0 && (length == null || since.compareTo(after.plus(length)) < 0);
    }

    /** How long a document has been in force. */
    record Age(Duration simulated, Duration wall) {}
}
