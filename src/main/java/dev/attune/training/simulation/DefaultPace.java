package dev.attune.training.simulation;

import dev.attune.document.Decimal;
import dev.attune.training.TrainingJob;
import java.time.Duration;
import java.util.Locale;

/** A few minutes of training, by the number of epochs, the instances and the hyperparameters that make a model large. */
final class DefaultPace implements Workload.Pace {
    private static final double TYPICAL_SECONDS = 240;
    private static final double SHORTEST_SECONDS = 10;
    private static final double LONGEST_SECONDS = 5 * 86_400.0;

    @Override
    public Schedule schedule(TrainingJob job) {
        var epochs = EpochCount.of(job);
        var seconds = TYPICAL_SECONDS * epochs.length() * effort(job) / InstanceSpeed.of(job.resources());
        var jitter = StrictMath.exp(0.05 * draw(job, "duration").gaussian());
        var training = Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, seconds * jitter));
        return new Schedule(
                seconds(draw(job, "starting").between(45, 100)),
                seconds(draw(job, "downloading").between(15, 45)),
                seconds(training),
                seconds(draw(job, "uploading").between(5, 20)),
                seconds(draw(job, "restarting").between(20, 60)),
                epochs.count());
    }

    private static double effort(TrainingJob job) {
        var effort = 1.0;
        for (var parameter : job.tuned()) {
            var known = known(parameter.name(), job.hyperParameters().getOrDefault(parameter.name(), ""));
            effort *= known > 0 ? known : generic(job, parameter);
        }
        for (var parameter : job.hyperParameters().entrySet()) {
            var tuned = job.tuned().stream().anyMatch(t -> t.name().equals(parameter.getKey()));
            var known = tuned ? 0 : known(parameter.getKey(), parameter.getValue());
            effort *= known > 0 ? known : 1;
        }
        return Math.max(0.1, Math.min(20, effort));
    }

    /** The effort of a hyperparameter whose name tells its cost; 0 where it does not. */
    private static double known(String name, String text) {
        var plain = name.toLowerCase(Locale.ROOT).replace('-', '_');
        var value = Decimal.parse(text.replace("\"", "")).orElse(0);
        if (EpochCount.isCount(name)) {
            return 1;
        }
        if (value <= 0) {
            return 0;
        }
        if (plain.endsWith("batch_size")) {
            return power(64 / value, 0.3);
        }
        if (plain.endsWith("depth") || plain.endsWith("layers")) {
            return power(value / 6, 0.6);
        }
        return plain.contains("hidden") || plain.endsWith("units") ? power(value / 128, 0.3) : 0;
    }

    private static double power(double ratio, double exponent) {
        return Math.max(0.3, Math.min(4, StrictMath.pow(ratio, exponent)));
    }

    /** Any other hyperparameter makes training up to a fifth longer or shorter, by its place in its range. */
    private static double generic(TrainingJob job, TrainingJob.Tuned parameter) {
        var slope = Draw.of("effort", job.image(), parameter.name()).between(-0.4, 0.4);
        return 1 + slope * (parameter.position() - 0.5);
    }

    private static Draw draw(TrainingJob job, String purpose) {
        return Draw.of(job.seed(), job.trial(), purpose);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
