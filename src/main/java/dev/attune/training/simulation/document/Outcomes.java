package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.TrainingJob;
import dev.attune.training.simulation.Ending.Setback;
import dev.attune.training.simulation.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How training ends: at each attempt by the first rule that fires, and well where none does. */
record Outcomes(List<OutcomeRule> rules) {
    static final Outcomes NONE = new Outcomes(List.of());
    private static final int MOST = 50;
    /** After so many the service gives up. */
    private static final int RETRIES = 3;

    Outcomes {
        rules = List.copyOf(rules);
    }

    static Outcomes of(Field field) {
        var items = field.items(MOST);
        return new Outcomes(IntStream.range(0, items.size())
                .mapToObj(i -> OutcomeRule.of(items.get(i), i))
                .toList());
    }

    Outcome decide(TrainingJob job, Schedule schedule) {
        var setbacks = new ArrayList<Setback>();
        for (int attempt = 1; ; attempt++) {
            var scope = Scope.of(job).training(schedule.epochs()).attempt(attempt);
            var fired = rules.stream().filter(rule -> rule.fires(scope)).findFirst();
            var outcome = fired.map(rule -> rule.effect().on(scope, schedule, rule.draw(scope)))
                    .orElse(Outcome.COMPLETED);
            var retry = outcome.retry();
            if (retry == null || attempt > RETRIES) {
                setbacks.addAll(outcome.ending().setbacks());
                return new Outcome(outcome.ending().after(setbacks), outcome.silent(), null);
            }
            setbacks.add(retry);
        }
    }
}
