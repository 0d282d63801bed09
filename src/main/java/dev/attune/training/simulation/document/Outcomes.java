package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.Explanation;
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
    /** After so many the service gives up, where the request has no RetryStrategy. */
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
            var outcome = outcome(scope(job, schedule, attempt), schedule);
            var retry = outcome.retry();
            if (retry == null || attempt > job.terms().retries(RETRIES)) {
                setbacks.addAll(outcome.ending().setbacks());
                return new Outcome(outcome.ending().after(setbacks), outcome.silent(), null);
            }
            setbacks.add(retry);
        }
    }

    /** What decided of each attempt. */
    List<Explanation.Attempt> explain(TrainingJob job, Schedule schedule) {
        var attempts = new ArrayList<Explanation.Attempt>();
        for (int attempt = 1; ; attempt++) {
            var scope = scope(job, schedule, attempt);
            var outcome = outcome(scope, schedule);
            var again = outcome.retry() != null && attempt <= RETRIES;
            attempts.add(new Explanation.Attempt(
                    attempt, lookedAt(scope), outcome.words() + (again ? "; tried again" : "")));
            if (!again) {
                return attempts;
            }
        }
    }

    private List<Explanation.Rule> lookedAt(Scope scope) {
        var looked = new ArrayList<Explanation.Rule>();
        for (var rule : rules) {
            looked.add(rule.explain(scope));
            if (rule.fires(scope)) {
                break;
            }
        }
        return looked;
    }

    private Outcome outcome(Scope scope, Schedule schedule) {
        return rules.stream()
                .filter(rule -> rule.fires(scope))
                .findFirst()
                .map(rule -> rule.effect().on(scope, schedule, rule.draw(scope)))
                .orElse(Outcome.COMPLETED);
    }

    private static Scope scope(TrainingJob job, Schedule schedule, int attempt) {
        return Scope.of(job).training(schedule.epochs()).attempt(attempt);
    }
}
