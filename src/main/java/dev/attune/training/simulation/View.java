package dev.attune.training.simulation;

import dev.attune.training.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A course as it looks at one instant. */
record View(Course course, Instant now) {
    /** The stays that have begun, at least one. */
    private List<Stay> begun() {
        var begun = course.stays().stream()
                .filter(stay -> !stay.start().isAfter(now))
                .toList();
        return begun.isEmpty() ? course.stays().subList(0, 1) : begun;
    }

    Stay current() {
        var begun = begun();
        return begun.get(begun.size() - 1);
    }

    List<Transition> transitions() {
        var begun = begun();
        var transitions = new ArrayList<Transition>();
        for (int i = 0; i < begun.size(); i++) {
            var stay = begun.get(i);
            var end = i + 1 < begun.size() ? begun.get(i + 1).start() : finalEnd(stay);
            transitions.add(new Transition(
                    stay.status().title(), stay.start(), end, stay.status().message()));
        }
        return transitions;
    }

    private static @Nullable Instant finalEnd(Stay stay) {
        return stay.status().primary().terminal() ? stay.start() : null;
    }

    @Nullable Instant trainingStartedAt() {
        return course.trainingStart().filter(start -> !start.isAfter(now)).orElse(null);
    }

    int retries() {
        return (int) begun().stream()
                .filter(stay -> stay.status() == SecondaryStatus.RESTARTING || stay.status() == SecondaryStatus.PENDING)
                .count();
    }

    /** The first instant to come at which the primary status is another. */
    @Nullable Instant nextChange() {
        var status = current().status().primary();
        return course.stays().stream()
                .filter(stay -> stay.start().isAfter(now) && stay.status().primary() != status)
                .map(Stay::start)
                .findFirst()
                .orElse(null);
    }

    /** Whether what was written at this instant has been seen. */
    boolean shows(Instant at) {
        return !at.isAfter(now) && at.isBefore(course.silentFrom());
    }

    /** Whether what is written at this instant will be seen, but has not been yet. */
    boolean willShow(Instant at) {
        return at.isAfter(now) && at.isBefore(course.silentFrom());
    }
}
