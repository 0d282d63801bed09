package dev.attune.training;

import java.util.List;

/**
 * Why a training job goes as it does, for people.
 *
 * @param workload what it follows; {@code default} where nothing was made for such a job
 * @param notMatched the workloads before that one, in the order in which they were tried, each with the reason why it is not for this job
 * @param attempts what decided of each attempt; empty where the workload leaves nothing to chance
 * @param course how it ends and what holds it up, if nobody stops it and time does not run out
 */
public record Explanation(String workload, List<NotMatched> notMatched, List<Attempt> attempts, String course) {
    /** That of a backend which cannot tell. */
    public static final Explanation NONE = new Explanation("", List.of(), List.of(), "");

    public Explanation {
        notMatched = List.copyOf(notMatched);
        attempts = List.copyOf(attempts);
    }

    /** A workload that is not for the training job. */
    public record NotMatched(String workload, String reason) {}

    /**
     * One attempt to train.
     *
     * @param number from 1
     * @param rules in the order in which they were looked at; the last one decided if it applies
     * @param outcome what becomes of the attempt
     */
    public record Attempt(int number, List<Rule> rules, String outcome) {
        public Attempt {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule that was looked at.
     *
     * @param rule its place in the workload, such as {@code outcomes[2]}
     * @param conditions all of it, whether they hold or not
     */
    public record Rule(String rule, boolean applies, List<Condition> conditions) {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A condition of a rule.
     *
     * @param condition as it was written, such as {@code probability: 0.05}
     * @param seen what it was held against, such as {@code drawn: 0.7312}
     */
    public record Condition(String condition, boolean holds, String seen) {}
}
