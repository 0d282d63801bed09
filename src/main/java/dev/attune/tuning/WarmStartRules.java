package dev.attune.tuning;

import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a tuning job and the parents that it learns from must have in common, by AWS's guide. */
final class WarmStartRules {
    // AWS: "cannot be more than 10".
    private static final int MOST_CHANGES = 10;

    private WarmStartRules() {}

    /**
     * Checks that all parents have ended and that no name is there twice.
     *
     * @throws TuningException INVALID
     */
    static void checkEnded(List<TuningJob> parents) {
        var keys = new HashSet<JobKey>();
        for (var parent : parents) {
            require(keys.add(parent.key()), "The parent tuning job [" + parent.name() + "] is given more than once.");
            require(
                    parent.status().terminal(),
                    "The parent tuning job [" + parent.name() + "] is not in a terminal state: its status is ["
                            + parent.status().word() + "]. Wait until it has ended, or stop it.");
        }
    }

    /**
     * Checks a definition against each parent.
     *
     * @throws TuningException INVALID, with AWS's text where it is known
     */
    static void check(TuningDefinition child, List<TuningJob> parents) {
        oneAlgorithm("The tuning job", child);
        for (var parent : parents) {
            oneAlgorithm("The parent tuning job [" + parent.name() + "]", parent.definition());
            sameObjective(child, parent);
            sameHyperParameters(child, parent);
            sameTypes(child, parent);
            fewChanges(child, parent);
        }
    }

    // AWS: "available only when tuning a single algorithm".
    private static void oneAlgorithm(String job, TuningDefinition definition) {
        int algorithms = definition.algorithms().size();
        require(
                algorithms == 1,
                job + " has [" + algorithms + "] training job definitions. Warm start is available only for tuning jobs"
                        + " with one.");
    }

    private static void sameObjective(TuningDefinition child, TuningJob parent) {
        var objective = child.objective();
        var other = parent.definition().objective();
        require(
                objective.equals(other),
                "The objective [" + words(objective) + "] must be the same as that of the parent tuning job ["
                        + parent.name() + "], [" + words(other) + "].");
    }

    private static String words(Objective objective) {
        return (objective.goal() == Goal.MINIMIZE ? "Minimize " : "Maximize ") + objective.metric();
    }

    // AWS: the text of a real ValidationException.
    private static void sameHyperParameters(TuningDefinition child, TuningJob parent) {
        require(
                names(child).equals(names(parent.definition())),
                "The set of tunable plus static HyperParameter names is not the same across current and parent tuning"
                        + " jobs. Please ensure this set is constant when warm starting. Note that previously static"
                        + " HyperParameters can be tuned in warm start jobs and vice versa.");
    }

    private static Set<String> names(TuningDefinition definition) {
        var names = new TreeSet<>(definition.training().staticHyperParameters().keySet());
        names.remove(TrainingJobs.OBJECTIVE_HYPERPARAMETER);
        definition.space().parameters().forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    private static void sameTypes(TuningDefinition child, TuningJob parent) {
        for (var before : parent.definition().space().parameters()) {
            for (var now : child.space().parameters()) {
                require(
                        !now.name().equals(before.name()) || type(now).equals(type(before)),
                        "The hyperparameter [" + now.name() + "] is [" + type(now) + "] and was [" + type(before)
                                + "] in the parent tuning job [" + parent.name() + "]. Its type must not change.");
            }
        }
    }

    private static String type(Parameter parameter) {
        return parameter instanceof Parameter.Categorical
                ? "Categorical"
                : parameter instanceof Parameter.Whole ? "Integer" : "Continuous";
    }

    private static void fewChanges(TuningDefinition child, TuningJob parent) {
        int changes = changes(child.training().staticHyperParameters(), parent.definition());
        require(
                changes <= MOST_CHANGES,
                "The number of changes [" + changes + "] of static hyperparameters against the parent tuning job ["
                        + parent.name() + "] must be less than or equal to " + MOST_CHANGES
                        + ". Each value of a categorical hyperparameter counts.");
    }

    // AWS: what was tunable and is static counts, and what was static and has another value; of a categorical one each
    // value.
    private static int changes(Map<String, String> statics, TuningDefinition parent) {
        int changes = 0;
        for (var parameter : parent.space().parameters()) {
            boolean fixed = statics.containsKey(parameter.name());
            changes += fixed ? parameter instanceof Parameter.Categorical ? (int) parameter.choices() : 1 : 0;
        }
        for (var before : parent.training().staticHyperParameters().entrySet()) {
            var now = statics.get(before.getKey());
            if (now != null && !HyperParameterText.equal(before.getValue(), now)) {
                boolean numbers = HyperParameterText.number(before.getValue()).isPresent()
                        && HyperParameterText.number(now).isPresent();
                changes += numbers ? 1 : 2;
            }
        }
        return changes;
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new TuningException(TuningError.INVALID, message);
        }
    }
}
