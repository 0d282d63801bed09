package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Range;
import dev.attune.training.Explanation;
import dev.attune.training.simulation.Draw;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What becomes of an attempt, where all conditions hold.
 *
 * @param number its place in the list, which its chance depends on
 */
record OutcomeRule(int number, List<Condition<Scope>> conditions, Effect effect) {
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
        var conditions = new ArrayList<Condition<Scope>>();
        members.find("when").map(OutcomeRule::when).ifPresent(conditions::add);
        members.find("attempts")
                .map(f -> number("attempts", f, scope -> (int) scope.attempt()))
                .ifPresent(conditions::add);
        members.find("trial")
                .map(f -> number("trial", f, scope -> scope.job().trial()))
                .ifPresent(conditions::add);
        members.find("instanceType")
                .map(f -> Condition.<Scope>text(
                        "instanceType", f, scope -> scope.job().resources().instanceType()))
                .ifPresent(conditions::add);
        members.find("spot").map(OutcomeRule::spot).ifPresent(conditions::add);
        members.find("probability").map(f -> probability(f, number)).ifPresent(conditions::add);
        return new OutcomeRule(number, conditions, Effects.of(members));
    }

    private static Condition<Scope> when(Field field) {
        var formula = Formula.of(field, Place.JOB);
        return Condition.of("when", field, formula::holds, formula::shown);
    }

    /** Interruptions are of jobs that asked for spot instances. */
    private static Condition<Scope> spot(Field field) {
        return new Condition<>(
                "spot",
                scope -> scope.job().terms().spot(),
                scope -> scope.job().terms().spot() ? "managed spot training" : "on-demand instances");
    }

    private static Condition<Scope> number(String name, Field field, ToIntFunction<Scope> number) {
        var range = Range.of(field);
        return Condition.of(
                name,
                field,
                scope -> range.contains(number.applyAsInt(scope)),
                scope -> "[" + number.applyAsInt(scope) + "]");
    }

    private static Condition<Scope> probability(Field field, int number) {
        var formula = Formula.of(field, Place.JOB);
        return Condition.of(
                "probability",
                field,
                scope -> isDrawn(formula, scope, draw(number, scope)),
                scope -> "drawn: " + draw(number, scope).uniform() + ", " + formula.shown(scope));
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

    Explanation.Rule explain(Scope scope) {
        return new Explanation.Rule(
                "outcomes[" + number + "]",
                fires(scope),
                conditions.stream().map(condition -> condition.explain(scope)).toList());
    }

    boolean fires(Scope scope) {
        return conditions.stream().allMatch(condition -> condition.test(scope));
    }
}
