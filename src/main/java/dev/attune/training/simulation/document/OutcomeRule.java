package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Range;
import dev.attune.training.simulation.Draw;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What becomes of an attempt, where all conditions hold.
 *
 * @param number its place in the list, which its chance depends on
 */
record OutcomeRule(int number, List<Predicate<Scope>> conditions, Effect effect) {
    static final List<String> MEMBERS = List.of(
            "when",
            "probability",
            "attempts",
            "trial",
            "instanceType",
            "fail",
            "retryable",
            "at",
            "metric",
            "spot",
            "hang");

    OutcomeRule {
        conditions = List.copyOf(conditions);
    }

    static OutcomeRule of(Field field, int number) {
        var members = field.members(MEMBERS);
        var conditions = new ArrayList<Predicate<Scope>>();
        members.find("when").map(f -> Formula.of(f, Place.JOB)).ifPresent(when -> conditions.add(when::holds));
        members.find("attempts").map(Range::of).ifPresent(r -> conditions.add(s -> r.contains((int) s.attempt())));
        members.find("trial")
                .map(Range::of)
                .ifPresent(r -> conditions.add(s -> r.contains(s.job().trial())));
        members.find("instanceType")
                .map(TextPattern::of)
                .ifPresent(
                        p -> conditions.add(s -> p.matches(s.job().resources().instanceType())));
        members.find("probability")
                .map(f -> Formula.of(f, Place.JOB))
                .ifPresent(p -> conditions.add(scope -> isDrawn(p, scope, draw(number, scope))));
        return new OutcomeRule(number, conditions, Effects.of(members));
    }

    private static boolean isDrawn(Formula probability, Scope scope, Draw draw) {
        try {
            return draw.uniform() < probability.value(scope);
        } catch (MissingValueException e) {
            return false;
        }
    }

    private static Draw draw(int number, Scope scope) {
        var job = scope.job();
        return Draw.of(job.seed(), job.trial(), "outcome", number, (int) scope.attempt());
    }

    Draw draw(Scope scope) {
        return draw(number, scope).with("effect");
    }

    boolean fires(Scope scope) {
        return conditions.stream().allMatch(condition -> condition.test(scope));
    }
}
