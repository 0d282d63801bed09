package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Members;
import dev.attune.training.TrainingJob;
import dev.attune.training.Unquoted;
import dev.attune.training.simulation.Workloads;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which training jobs have a workload: those for which all conditions hold. */
record Match(List<Condition<TrainingJob>> conditions) implements Workloads.Fit {
    static final List<String> MEMBERS = List.of(
            "trainingImage", "tuningJobName", "trainingJobName", "instanceType", "hyperParameters", "tags", "when");
    private static final int MOST_HYPER_PARAMETERS = 100;
    private static final int MOST_TAGS = 50;
    /** What a tuning job's name has behind it in the names of its training jobs. */
    private static final Pattern SUFFIX = Pattern.compile("-[0-9]{3,10}-[0-9a-f]{8}$");

    Match {
        conditions = List.copyOf(conditions);
    }

    static Match of(Field field) {
        var members = field.members(MEMBERS);
        var conditions = new ArrayList<Condition<TrainingJob>>();
        text(members, "trainingImage", TrainingJob::image).ifPresent(conditions::add);
        members.find("tuningJobName").map(Match::tuningJobName).ifPresent(conditions::add);
        text(members, "trainingJobName", TrainingJob::name).ifPresent(conditions::add);
        text(members, "instanceType", job -> job.resources().instanceType()).ifPresent(conditions::add);
        members.find("hyperParameters")
                .ifPresent(all -> all.entries(MOST_HYPER_PARAMETERS)
                        .forEach((name, value) -> conditions.add(hyperParameter(name, value))));
        members.find("tags")
                .ifPresent(all -> all.entries(MOST_TAGS).forEach((key, value) -> conditions.add(tag(key, value))));
        members.find("when").map(Match::when).ifPresent(conditions::add);
        return new Match(conditions);
    }

    private static Optional<Condition<TrainingJob>> text(
            Members members, String name, Function<TrainingJob, String> text) {
        return members.find(name).map(field -> Condition.text(name, field, text));
    }

    private static Condition<TrainingJob> tuningJobName(Field field) {
        var pattern = TextPattern.of(field);
        return Condition.of(
                "tuningJobName",
                field,
                job -> isTuned(job) && pattern.matches(tuningJobName(job)),
                job -> isTuned(job) ? Condition.bracketed(tuningJobName(job)) : "no tuning job");
    }

    private static boolean isTuned(TrainingJob job) {
        return !job.tuned().isEmpty();
    }

    private static String tuningJobName(TrainingJob job) {
        return SUFFIX.matcher(job.name()).replaceFirst("");
    }

    private static Condition<TrainingJob> hyperParameter(String name, Field field) {
        return entry("hyperParameters." + name, field, "no such hyperparameter", job -> {
            var text = job.hyperParameters().get(name);
            return text == null ? null : Unquoted.of(text);
        });
    }

    private static Condition<TrainingJob> tag(String key, Field field) {
        return entry(
                "tags." + key, field, "no such tag", job -> job.terms().tags().get(key));
    }

    /** A condition of a text that some training jobs do not have. */
    private static Condition<TrainingJob> entry(
            String name, Field field, String without, Function<TrainingJob, @Nullable String> text) {
        var pattern = TextPattern.of(field);
        return Condition.of(
                name,
                field,
                job -> {
                    var found = text.apply(job);
                    return found != null && pattern.matches(found);
                },
                job -> {
                    var found = text.apply(job);
                    return found == null ? without : Condition.bracketed(found);
                });
    }

    private static Condition<TrainingJob> when(Field field) {
        var formula = Formula.of(field, Place.MATCH);
        return Condition.of("when", field, job -> formula.holds(Scope.of(job)), job -> formula.shown(Scope.of(job)));
    }

    @Override
    public Optional<String> objection(TrainingJob job) {
        return conditions.stream()
                .filter(condition -> !condition.test(job))
                .findFirst()
                .map(condition -> condition.said() + " does not hold of "
                        + condition.seen().apply(job));
    }
}
