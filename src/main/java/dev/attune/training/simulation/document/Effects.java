package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Members;
import dev.attune.training.simulation.Draw;
import dev.attune.training.simulation.Ending;
import dev.attune.training.simulation.Ending.Cause;
import dev.attune.training.simulation.Ending.Setback;
import dev.attune.training.simulation.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a rule does. */
final class Effects {
    static final List<String> SPOT_MEMBERS = List.of("meanBetweenInterruptions", "resume");
    private static final List<String> KINDS = List.of("fail", "metric", "spot", "hang");
    private static final int LONGEST_REASON = 1024;
    private static final int MOST_INTERRUPTIONS = 20;
    // AWS: as seen in FailureReason of real training jobs.
    private static final String CAPACITY_ERROR = "CapacityError: Unable to provision requested ML compute capacity."
            + " Please retry using a different ML instance type.";
    private static final Map<String, String> CANNED = Map.of(
            "capacity",
            CAPACITY_ERROR,
            "internal",
            Ending.INTERNAL_ERROR,
            "algorithm",
            "AlgorithmError: ExecuteUserScriptError: ValueError: loss is NaN, exit code: 1");

    private Effects() {}

    static Effect of(Members rule) {
        var kinds = KINDS.stream().filter(rule::has).toList();
        if (kinds.size() != 1) {
            throw rule.whole().wrong("needs one of %s, has %s".formatted(KINDS, kinds));
        }
        var kind = kinds.get(0);
        if (!kind.equals("fail") && rule.has("retryable")) {
            throw rule.require("retryable").wrong("belongs to fail");
        }
        if (!List.of("fail", "hang").contains(kind) && rule.has("at")) {
            throw rule.require("at").wrong("belongs to fail and hang");
        }
        return switch (kind) {
            case "fail" -> failure(rule, rule.require("fail"));
            case "metric" -> silence(rule.require("metric"));
            case "spot" -> spot(rule.require("spot"));
            default -> hang(rule, rule.require("hang"));
        };
    }

    private static Effect failure(Members rule, Field field) {
        var said = field.text(LONGEST_REASON);
        var reason = CANNED.getOrDefault(said, said);
        var capacity = said.equals("capacity");
        var retryable = rule.read("retryable", Field::flag, capacity || reason.startsWith("InternalServerError"));
        var atStart = rule.find("at")
                .filter(at -> !at.isSequence() && at.text().equals("start"))
                .isPresent();
        if (capacity || atStart) {
            if (rule.has("at") && !atStart) {
                throw rule.require("at").wrong("there is no training before there is capacity");
            }
            var retry = retryable ? new Setback(Cause.NO_CAPACITY, 0, false) : null;
            return (attempt, schedule, draw) -> new Outcome(Ending.neverStarted(reason), false, retry);
        }
        var at = rule.read("at", Span::of, Span.ANYWHERE);
        return (attempt, schedule, draw) -> {
            var progress = at.draw(draw);
            return new Outcome(
                    Ending.failed(reason, progress), false, retryable ? Setback.internalError(progress) : null);
        };
    }

    private static Effect silence(Field field) {
        field.oneOf(List.of("missing"));
        return (attempt, schedule, draw) -> new Outcome(Ending.COMPLETED, true, null);
    }

    private static Effect hang(Members rule, Field field) {
        if (!field.flag()) {
            throw field.wrong("must be true, or absent");
        }
        var at = rule.read("at", Span::of, Span.ANYWHERE);
        return (attempt, schedule, draw) -> Outcome.of(Ending.hanging(at.draw(draw)));
    }

    private static Effect spot(Field field) {
        var members = field.members(SPOT_MEMBERS);
        var mean = Formula.ofTime(members.require("meanBetweenInterruptions"));
        var resumes = members.read("resume", Field::flag, true);
        return (attempt, schedule, draw) ->
                Outcome.of(Ending.COMPLETED.after(interruptions(mean.value(attempt), resumes, schedule, draw)));
    }

    /** Interruptions come by chance, at a constant rate while training runs. */
    private static List<Setback> interruptions(double mean, boolean resumes, Schedule schedule, Draw draw) {
        var seconds = Math.max(0.001, schedule.training().toMillis() / 1000.0);
        var setbacks = new ArrayList<Setback>();
        var done = 0.0;
        for (int i = 0; i < MOST_INTERRUPTIONS && mean > 0; i++) {
            var wait = -mean * StrictMath.log(1 - draw.with(i).uniform());
            var progress = (resumes ? done : 0) + wait / seconds;
            if (progress >= 1) {
                break;
            }
            setbacks.add(new Setback(Cause.SPOT_INTERRUPTION, progress, resumes));
            done = progress;
        }
        return setbacks;
    }

    /** A part of the training, or a place between two that chance chooses. */
    private record Span(double low, double high) {
        static final Span ANYWHERE = new Span(0.05, 0.95);

        static Span of(Field field) {
            var ends = field.oneOrMore(2).stream().mapToDouble(Field::share).toArray();
            if (ends.length == 0 || ends[0] > ends[ends.length - 1]) {
                throw field.wrong("must be start, a part of the training, or two, the lower one first");
            }
            return new Span(ends[0], ends[ends.length - 1]);
        }

        double draw(Draw draw) {
            return draw.with("at").between(low, high);
        }
    }
}
