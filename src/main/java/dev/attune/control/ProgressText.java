package dev.attune.control;

import dev.attune.search.Goal;
import dev.attune.tuning.Trial;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tuning job's progress in lines: one for each training job that has ended, in the order of their ends. The lines depend on the job's
 * history alone, not on when somebody looked. For one thread.
 */
final class ProgressText {
    private final TuningJob job;
    private int told;
    private @Nullable Trial best;

    ProgressText(TuningJob job) {
        this.job = job;
    }

    String title() {
        var definition = job.definition();
        return String.format(
                Locale.ROOT,
                "%s  %s  %s %s  image %s  %d training jobs, %d at a time%n",
                job.name(),
                definition.strategy().word(),
                definition.objective().goal() == Goal.MINIMIZE ? "minimise" : "maximise",
                Plain.line(definition.objective().metric()),
                Plain.line(images(definition)),
                definition.limits().maxTrials(),
                definition.limits().maxParallel());
    }

    private static String images(TuningDefinition definition) {
        return definition.algorithms().stream()
                .map(algorithm -> algorithm.training().image())
                .collect(Collectors.joining(", "));
    }

    /** The lines of training jobs that ended since the last call. */
    String news(TuningJobSnapshot now) {
        var ended = now.trials().stream()
                .filter(Trial::ended)
                .sorted(Comparator.comparing(ProgressText::end).thenComparing(Trial::number))
                .toList();
        var lines = new StringBuilder();
        for (; told < ended.size(); told++) {
            var trial = ended.get(told);
            if (better(trial)) {
                best = trial;
            }
            lines.append(line(trial, now.trials()));
        }
        return lines.toString();
    }

    /** A line for a job that has not moved for a while. */
    String signOfLife(TuningJobSnapshot now) {
        return String.format(
                Locale.ROOT,
                "%s  %s  best %s  running %d%n",
                count(told),
                now.job().status().word(),
                value(best),
                now.counts().pending() + now.counts().running());
    }

    /** The last line; its form is fixed, for scripts. */
    String result(TuningJobSnapshot end) {
        var winner = end.best().orElse(null);
        var reason = end.job().failureReason();
        return String.format(
                Locale.ROOT,
                "RESULT status=%s best=%s job=%s trainingJobs=%d simulatedTime=%s%s%n",
                end.job().status().word(),
                value(winner),
                winner == null ? "-" : winner.trainingJobName(),
                end.trials().size(),
                clock(Duration.between(job.createdAt(), end.job().updatedAt())),
                reason == null ? "" : " reason=\"" + Plain.line(reason) + "\"");
    }

    private String line(Trial trial, List<Trial> all) {
        var end = end(trial);
        var running = all.stream()
                .filter(other -> !other.launchedAt().isAfter(end) && end(other).isAfter(end))
                .count();
        var parts = new ArrayList<String>();
        parts.add(count(told + 1));
        parts.add(String.format(Locale.ROOT, "%-10s", trial.objective() == null ? outcome(trial) : value(trial)));
        parts.add(String.format(Locale.ROOT, "best %-10s", value(best)));
        parts.add("running " + running);
        parts.add(clock(Duration.between(job.createdAt(), end)));
        var verdict = trial.verdict();
        parts.add(configuration(trial)
                + (verdict == null ? "" : "  stopped after epoch " + verdict.epoch())
                + (trial.equals(best) ? "  *" : ""));
        return String.join("  ", parts) + System.lineSeparator();
    }

    private String count(int ended) {
        return String.format(
                Locale.ROOT, "%4d/%d", ended, job.definition().limits().maxTrials());
    }

    private boolean better(Trial trial) {
        var value = trial.objective();
        var record = best == null ? null : best.objective();
        return value != null
                && (record == null || job.definition().objective().goal().better(value, record));
    }

    private static Instant end(Trial trial) {
        return trial.endedAt() == null ? Instant.MAX : trial.endedAt();
    }

    private static String outcome(Trial trial) {
        return trial.failureReason() == null ? "no metric" : "failed";
    }

    private static String configuration(Trial trial) {
        return trial.configuration().values().entrySet().stream()
                .map(entry -> Plain.line(entry.getKey()) + "=" + brief(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String value(@Nullable Trial trial) {
        var objective = trial == null ? null : trial.objective();
        return objective == null ? "-" : brief(Double.toString(objective));
    }

    /** A number to five digits; other text as it is, in its line. */
    private static String brief(String text) {
        try {
            var number = String.format(Locale.ROOT, "%.5g", Double.parseDouble(text));
            return text.length() <= number.length() ? text : number;
        } catch (NumberFormatException e) {
            return Plain.line(text);
        }
    }

    private static String clock(Duration duration) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
