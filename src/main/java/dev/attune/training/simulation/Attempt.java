package dev.attune.training.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One stretch of training within a course, and what ended it. */
record Attempt(Instant start, Instant end, SecondaryStatus next) {
    static List<Attempt> of(Course course) {
        var attempts = new ArrayList<Attempt>();
        var stays = course.stays();
        for (int i = 0; i + 1 < stays.size(); i++) {
            if (stays.get(i).status() == SecondaryStatus.TRAINING) {
                var next = stays.get(i + 1);
                attempts.add(new Attempt(stays.get(i).start(), next.start(), next.status()));
            }
        }
        return List.copyOf(attempts);
    }
}
