package dev.attune.training.simulation.document;

import dev.attune.document.Field;
import dev.attune.document.Members;
import dev.attune.training.TrainingJob;
import dev.attune.training.simulation.Draw;
import dev.attune.training.simulation.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long training takes.
 *
 * @param training null for the usual time, or that of the table
 * @param phases by name, those that do not take the usual time
 * @param jitter the deviation of the logarithm of the training time
 */
record Times(@Nullable Formula training, Map<String, Formula> phases, double jitter) {
    static final List<String> PHASES = List.of("Starting", "Downloading", "Uploading", "Restarting");
    private static final double LONGEST_SECONDS = 30 * 86_400.0;

    Times {
        phases = Map.copyOf(phases);
    }

    static Times of(Members workload) {
        var phases = new TreeMap<String, Formula>();
        workload.find("phases")
                .ifPresent(all ->
                        all.members(PHASES).fields().forEach((name, time) -> phases.put(name, Formula.ofTime(time))));
        return new Times(
                workload.find("duration").map(Formula::ofTime).orElse(null),
                phases,
                workload.read("jitter", Times::jitter, 0.0));
    }

    private static double jitter(Field field) {
        var jitter = field.number();
        if (!(jitter >= 0 && jitter <= 3)) {
            throw field.wrong("[%s] must be from 0 to 3".formatted(Field.shown(field.text())));
        }
        return jitter;
    }

    Schedule schedule(TrainingJob job, Schedule usual, int epochs, @Nullable Duration recorded) {
        var scope = Scope.of(job).training(epochs);
        return new Schedule(
                phase("Starting", scope, usual.starting()),
                phase("Downloading", scope, usual.downloading()),
                training(scope, recorded == null ? usual.training() : recorded),
                phase("Uploading", scope, usual.uploading()),
                phase("Restarting", scope, usual.restarting()),
                epochs);
    }

    private Duration training(Scope scope, Duration otherwise) {
        var seconds = training == null ? otherwise.toMillis() / 1000.0 : training.value(scope);
        var job = scope.job();
        var factor = StrictMath.exp(
                jitter * Draw.of(job.seed(), job.trial(), "jitter").gaussian());
        return jitter == 0 && training == null ? otherwise : duration(seconds * factor);
    }

    private Duration phase(String name, Scope scope, Duration usual) {
        var formula = phases.get(name);
        return formula == null ? usual : duration(formula.value(scope));
    }

    /** Whole milliseconds; what is no time is none. */
    private static Duration duration(double seconds) {
        var bounded = seconds > 0 ? Math.min(LONGEST_SECONDS, seconds) : 0;
        return Duration.ofMillis(Math.round(bounded * 1000));
    }
}
