package dev.attune.tuning;

import dev.attune.search.Goal;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Asynchronous Hyperband: at each of a few rungs, which are numbers of epochs, a training job goes on only if it is among the best third of
 * those that have come to that rung.
 *
 * <p>The rungs are at r, 3r, 9r … below R, for r = {@code minResource} and R = {@code maxResource}. Each trial is in a bracket: in bracket s
 * the first s rungs are left out, so the last bracket stops nothing. Nobody waits: a trial is compared with those of its bracket that came
 * before, and the first one always goes on. That is Li et al. 2020, "A System for Massively Parallel Hyperparameter Tuning", in its variant
 * that stops instead of promoting, as Amazon's Syne Tune has it (StoppingRungSystem): going on takes a value not worse than the quantile 1/3 of
 * the rung's values, this one included, which is to have fewer than ⌈n/3⌉ better ones. Brackets are filled as synchronous Hyperband fills them
 * (Li et al. 2018, algorithm 1): proportional to 3ᵃ / (a + 1) where a is the number of a bracket's rungs.
 *
 * @param minResource epochs before which nothing is stopped, at least 1
 * @param maxResource epochs after which everything is stopped, at least {@code minResource} and at most {@link #LARGEST}
 */
public record RungRule(int minResource, int maxResource) implements StoppingRule {
    // AWS: "The maximum value is 20,000 epochs."
    public static final int LARGEST = 20_000;

    private static final int REDUCTION = 3;
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    public RungRule {
        if (minResource < 1 || maxResource < minResource || maxResource > LARGEST) {
            throw new IllegalArgumentException("minResource [" + minResource + "] must be at least 1, maxResource ["
                    + maxResource + "] not less and at most " + LARGEST);
        }
    }

    @Override
    public Optional<Verdict> judge(Trial trial, List<Trial> trials, Goal goal) {
        var curve = trial.curve();
        int bracket = bracket(trial.number());
        if (curve.epoch() >= maxResource) {
            return Optional.of(new Verdict(curve.epoch(), curve.value(), null, 0, bracket));
        }
        int rung = rung(curve.epoch(), bracket);
        if (rung == 0 || curve.previousEpoch() >= rung) {
            return Optional.empty();
        }
        var values = trials.stream()
                .filter(other -> bracket(other.number()) == bracket)
                .mapToDouble(other -> other.curve().firstWithin(rung, rung * REDUCTION))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        var bound = cutoff(values, goal);
        return goal.better(bound, curve.value())
                ? Optional.of(new Verdict(curve.epoch(), curve.value(), bound, values.length, bracket))
                : Optional.empty();
    }

    /**
     * The bracket of a trial, from 0. Multiples of the golden ratio fill the brackets evenly, so that any run of trials has its share of each.
     *
     * @param trial its number, from 1
     */
    public int bracket(int trial) {
        int rungs = rungs();
        double place = trial * GOLDEN_RATIO % 1 * shares(rungs);
        int bracket = 0;
        while (bracket < rungs && place >= share(rungs - bracket)) {
            place -= share(rungs - bracket);
            bracket++;
        }
        return bracket;
    }

    private static double shares(int rungs) {
        double sum = 0;
        for (int i = 0; i <= rungs; i++) {
            sum += share(i);
        }
        return sum;
    }

    private static double share(int rungs) {
        return StrictMath.pow(REDUCTION, rungs) / (rungs + 1);
    }

    /** How many rungs there are in bracket 0. */
    private int rungs() {
        int rungs = 0;
        for (long rung = minResource; rung < maxResource; rung *= REDUCTION) {
            rungs++;
        }
        return rungs;
    }

    /** The highest rung of a bracket that is reached after so many epochs; 0 where none is. */
    private int rung(int epoch, int bracket) {
        int reached = 0;
        long rung = minResource;
        for (int i = 0; rung < maxResource && rung <= epoch; i++, rung *= REDUCTION) {
            reached = i < bracket ? 0 : (int) rung;
        }
        return reached;
    }

    /** The worst of the values that are among the best third. */
    private static double cutoff(double[] values, Goal goal) {
        var sorted = DoubleStream.of(values).sorted().toArray();
        int places = (values.length + REDUCTION - 1) / REDUCTION;
        return goal == Goal.MINIMIZE ? sorted[places - 1] : sorted[sorted.length - places];
    }
}
