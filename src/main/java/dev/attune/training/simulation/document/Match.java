package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.training.TrainingJob;
import dev.attune.training.simulation.document.Formula.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which training jobs have a workload: those for which all conditions hold. */
record Match(List<Predicate<TrainingJob>> conditions) implements Predicate<TrainingJob> {
    static final List<String> MEMBERS =
            List.of("trainingImage", "tuningJobName", "trainingJobName", "instanceType", "hyperParameters", "when");
    private static final int MOST_HYPER_PARAMETERS = 100;
    /** What a tuning job's name has behind it in the names of its training jobs. */
    private static final Pattern SUFFIX = Pattern.compile("-[0-9]{3,10}-[0-9a-f]{8}$");

    Match {
        conditions = List.copyOf(conditions);
    }

    static Match of(Field field) {
        var members = field.members(MEMBERS);
        var conditions = new ArrayList<Predicate<TrainingJob>>();
        members.find("trainingImage")
                .map(TextPattern::of)
                .ifPresent(p -> conditions.add(job -> p.matches(job.image())));
        members.find("tuningJobName").map(TextPattern::of).ifPresent(p -> conditions.add(job -> isTunedBy(p, job)));
        members.find("trainingJobName")
                .map(TextPattern::of)
                .ifPresent(p -> conditions.add(job -> p.matches(job.name())));
        members.find("instanceType")
                .map(TextPattern::of)
                .ifPresent(p -> conditions.add(job -> p.matches(job.resources().instanceType())));
        members.find("hyperParameters")
                .ifPresent(all -> all.entries(MOST_HYPER_PARAMETERS)
                        .forEach((name, value) -> conditions.add(hyperParameter(name, TextPattern.of(value)))));
        members.find("when")
                .map(when -> Formula.of(when, Place.MATCH))
                .ifPresent(when -> conditions.add(job -> when.holds(Scope.of(job))));
        return new Match(conditions);
    }

    private static boolean isTunedBy(TextPattern pattern, TrainingJob job) {
        return !job.tuned().isEmpty()
                && pattern.matches(SUFFIX.matcher(job.name()).replaceFirst(""));
    }

    private static Predicate<TrainingJob> hyperParameter(String name, TextPattern pattern) {
        return job -> {
            var text = job.hyperParameters().get(name);
            return text != null && pattern.matches(Scope.unquoted(text));
        };
    }

    @Override
    public boolean test(TrainingJob job) {
        return conditions.stream().allMatch(condition -> condition.test(job));
    }
}
