package dev.attune.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How long a training job trained, and for how much of that AWS would bill each instance; both in whole seconds.
 *
 * <p>AWS bills spot training at the price of other training, but for less time: what is saved is 1 − billable / training. Here the waits for
 * instances are not billed, and of the rest as much as the share of the price that spot instances cost.
 */
public record Bill(Duration training, Duration billable) {
    /** Published logs of spot training show savings of 54 to 78 %; AWS promises up to 90 %. */
    private static final double SPOT_SHARE = 0.35;

    private static final Set<String> WAITING = Set.of("Starting", "Pending", "Interrupted");

    /** The bill at the job's end, or at {@code now} if that is earlier; empty where training has not begun by then. */
    public static Optional<Bill> of(Terms terms, TrainingReport report, Instant now) {
        var started = report.trainingStartedAt();
        if (started == null || started.isAfter(now)) {
            return Optional.empty();
        }
        var end = report.endedAt() == null ? now : report.endedAt();
        var training = Duration.between(started, end);
        var used = training.minus(waits(report, started, end));
        var billable = terms.spot() ? SPOT_SHARE * used.toMillis() : (double) training.toMillis();
        return Optional.of(new Bill(seconds((double) training.toMillis()), seconds(billable)));
    }

    /** The time in which the job had no instances after it had had some. */
    private static Duration waits(TrainingReport report, Instant started, Instant end) {
        return report.transitions().stream()
                .filter(stay -> WAITING.contains(stay.status()) && !stay.start().isBefore(started))
                .map(stay -> Duration.between(stay.start(), stay.end() == null ? end : stay.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    // AWS: rounded, and at least 1 as the model says.
    private static Duration seconds(double millis) {
        return Duration.ofSeconds(Math.max(1, Math.round(millis / 1000)));
    }

    /** The part of the training time that is not billed, from 0 to 1. */
    public double savings() {
        return Math.max(0, 1 - (double) billable.toSeconds() / training.toSeconds());
    }
}
