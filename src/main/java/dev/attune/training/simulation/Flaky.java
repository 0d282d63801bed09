package dev.attune.training.simulation;

import dev.attune.training.Explanation;
import dev.attune.training.TrainingJob;
import java.util.ArrayList;
import java.util.List;

/** {@code attune/flaky}: each attempt may meet an internal error; after three retries, or as many as were asked for, the service gives up. */
final class Flaky implements Workload.Outcome {
    private static final double PROBABILITY = 0.4;
    private static final int RETRIES = 3;

    @Override
    public Ending ending(TrainingJob job) {
        var retries = job.terms().retries(RETRIES);
        var interruptions = new ArrayList<Ending.Setback>();
        for (int attempt = 0; attempt <= retries; attempt++) {
            var draw = draw(job, attempt);
            if (draw.uniform() >= PROBABILITY) {
                return Ending.COMPLETED.after(interruptions);
            }
            interruptions.add(Ending.Setback.internalError(draw.with("progress").between(0.05, 0.95)));
        }
        var last = interruptions.remove(retries);
        return Ending.failed(Ending.INTERNAL_ERROR, last.progress()).after(interruptions);
    }

    @Override
    public List<Explanation.Attempt> attempts(TrainingJob job) {
        var attempts = new ArrayList<Explanation.Attempt>();
        var fails = true;
        for (int attempt = 0; fails && attempt <= job.terms().retries(RETRIES); attempt++) {
            var drawn = draw(job, attempt).uniform();
            fails = drawn < PROBABILITY;
            var condition = new Explanation.Condition("probability: " + PROBABILITY, fails, "drawn: " + drawn);
            attempts.add(new Explanation.Attempt(
                    attempt + 1,
                    List.of(new Explanation.Rule("internal error", fails, List.of(condition))),
                    fails ? "internal error" : "completed"));
        }
        return attempts;
    }

    private static Draw draw(TrainingJob job, int attempt) {
        return Draw.of(job.seed(), job.trial(), "flaky").with(attempt);
    }
}
