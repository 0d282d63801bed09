package dev.attune.training.simulation;

import dev.attune.training.Explanation;
import dev.attune.training.ImageName;
import dev.attune.training.TrainingJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which workload a training job has: the first rule that fits, in the end the default one, which fits all. */
public final class Workloads {
    private static final Workload DEFAULT =
            new Workload(new DefaultSurface(), new DefaultCurve(), new DefaultPace(), job -> Ending.COMPLETED);

    private final List<Rule> rules;

    private Workloads(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The images that Attune itself knows, and the default. */
    public static Workloads builtIn() {
        var rules = new ArrayList<Rule>();
        for (var function : TestFunction.values()) {
            rules.add(Rule.image("attune/" + function.title(), TestFunctionWorkload.of(function, DEFAULT)));
        }
        rules.add(Rule.image("attune/failing", DEFAULT.with(Faults::failing)));
        rules.add(Rule.image("attune/flaky", DEFAULT.with(new Flaky())));
        rules.add(Rule.image("attune/silent", DEFAULT.with(Faults::silent)));
        return new Workloads(rules);
    }

    /** These workloads, after more rules that come first. */
    public Workloads after(List<Rule> more) {
        var all = new ArrayList<>(more);
        all.addAll(rules);
        return new Workloads(all);
    }

    /** What each workload is called, in the order in which they are tried; the default one has no name. */
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }

    /** The workload of a job that no rule fits. */
    public static Workload usual() {
        return DEFAULT;
    }

    /** The first workload that fits. */
    public Workload of(TrainingJob job) {
        return rule(job).map(Rule::workload).orElse(DEFAULT);
    }

    private Optional<Rule> rule(TrainingJob job) {
        return rules.stream().filter(rule -> rule.fit().accepts(job)).findFirst();
    }

    /** Why a job has its workload, and what that makes of it. */
    Explanation explain(TrainingJob job) {
        var rule = rule(job);
        var workload = rule.map(Rule::workload).orElse(DEFAULT);
        return new Explanation(
                rule.map(Rule::name).orElse("default"),
                rules.stream()
                        .takeWhile(other -> rule.isEmpty() || !other.equals(rule.get()))
                        .map(other -> new Explanation.NotMatched(
                                other.name(), other.fit().objection(job).orElse("")))
                        .toList(),
                workload.outcome().attempts(job),
                workload.outcome().ending(job).words());
    }

    /** Which training jobs a workload is for. */
    @FunctionalInterface
    public interface Fit {
        /** Why it is not for this job; empty where it is. */
        Optional<String> objection(TrainingJob job);

        default boolean accepts(TrainingJob job) {
            return objection(job).isEmpty();
        }
    }

    /** A workload, and the jobs that have it. */
    public record Rule(String name, Fit fit, Workload workload) {
        static Rule image(String name, Workload workload) {
            return new Rule(name, job -> objection(name, job), workload);
        }

        private static Optional<String> objection(String name, TrainingJob job) {
            return ImageName.of(job.image()).is(name)
                    ? Optional.empty()
                    : Optional.of("the image is [" + job.image() + "]");
        }
    }
}
