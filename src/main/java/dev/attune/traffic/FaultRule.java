package dev.attune.traffic;

import dev.attune.document.Field;
import dev.attune.document.Glob;
import dev.attune.document.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are disturbed, and how: those for which all conditions hold.
 *
 * @param calls counted among the calls of its operations; null for all
 * @param window null for always
 */
record FaultRule(
        String name,
        List<Glob> operations,
        @Nullable Range calls,
        double probability,
        @Nullable Window window,
        Effect effect) {
    static final List<String> MEMBERS =
            List.of("name", "operation", "calls", "probability", "window", "error", "latency", "drop");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GLOB = 100;
    private static final int MOST_GLOBS = 50;

    FaultRule {
        operations = List.copyOf(operations);
    }

    static FaultRule of(Field field) {
        var members = field.members(MEMBERS);
        return new FaultRule(
                members.read("name", name -> name.text(LONGEST_NAME), field.path()),
                members.read("operation", FaultRule::globs, List.of(new Glob("*"))),
                members.find("calls").map(Range::of).orElse(null),
                members.read("probability", Field::share, 1.0),
                members.find("window").map(Window::of).orElse(null),
                Effect.of(members));
    }

    private static List<Glob> globs(Field field) {
        return field.oneOrMore(MOST_GLOBS).stream()
                .map(glob -> new Glob(glob.text(LONGEST_GLOB)))
                .toList();
    }

    boolean covers(String operation) {
        return operations.stream().anyMatch(glob -> glob.matches(operation));
    }

    /** Whether it may fire at a call of its operations, if chance agrees. */
    boolean allows(int call, Window.Age age) {
        return (calls == null || calls.contains(call)) && (window == null || window.contains(age));
    }
}
