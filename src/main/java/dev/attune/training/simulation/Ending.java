package dev.attune.training.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a training job goes if it is let run: what holds it up, and how its last attempt ends.
 *
 * @param reason AWS's FailureReason; empty unless it fails
 * @param progress the part of training that is done by the end
 */
public record Ending(List<Setback> setbacks, Finish finish, String reason, double progress) {
    /** AWS's FailureReason of a failure that is the service's own. */
    public static final String INTERNAL_ERROR =
            "InternalServerError: We encountered an internal error. Please try again.";
    /** All goes well. */
    public static final Ending COMPLETED = new Ending(List.of(), Finish.COMPLETED, "", 1);

    public Ending {
        setbacks = List.copyOf(setbacks);
    }

    /** A failure for this reason after a part of the training. */
    public static Ending failed(String reason, double progress) {
        return new Ending(List.of(), Finish.FAILED, reason, progress);
    }

    /** A failure for this reason before an instance was there. */
    public static Ending neverStarted(String reason) {
        return new Ending(List.of(), Finish.NEVER_STARTED, reason, 0);
    }

    /** After a part of the training nothing more happens, until the time is over. */
    public static Ending hanging(double progress) {
        return new Ending(List.of(), Finish.HANGING, "", progress);
    }

    /** This, after these setbacks. */
    public Ending after(List<Setback> others) {
        return new Ending(others, finish, reason, progress);
    }

    /** The same for people: {@code spot interruption at 20%, then completed}. */
    public String words() {
        var words = setbacks.stream()
                .map(Setback::words)
                .collect(Collectors.joining(", ", "", setbacks.isEmpty() ? "" : ", then "));
        return words
                + switch (finish) {
                    case COMPLETED -> "completed";
                    case FAILED -> "failed at " + percent(progress) + " [" + reason + "]";
                    case NEVER_STARTED -> "never started [" + reason + "]";
                    case HANGING -> "nothing more from " + percent(progress) + " on";
                };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** How the last attempt ends. */
    public enum Finish {
        COMPLETED,
        FAILED,
        NEVER_STARTED,
        HANGING
    }

    /** What may end an attempt that is not the last. */
    public enum Cause {
        INTERNAL_ERROR,
        NO_CAPACITY,
        SPOT_INTERRUPTION
    }

    /**
     * The end of an attempt that is not the last.
     *
     * @param progress the part of the whole training that is done by then; 0 where there was no capacity
     * @param resumes whether the next attempt goes on from there
     */
    public record Setback(Cause cause, double progress, boolean resumes) {
        /** An internal error, after which the service begins again. */
        public static Setback internalError(double progress) {
            return new Setback(Cause.INTERNAL_ERROR, progress, false);
        }

        String words() {
            return switch (cause) {
                case INTERNAL_ERROR -> "internal error at " + percent(progress);
                case NO_CAPACITY -> "no capacity";
                case SPOT_INTERRUPTION ->
                    "spot interruption at " + percent(progress) + (resumes ? "" : ", from the beginning again");
            };
        }
    }
}
