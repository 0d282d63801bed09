package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How bad each configuration is, by image, metric and search space: 0 at one best place, at most 1.
 *
 * <p>Badness is a weighted sum over the hyperparameters, whose weights decline by a factor from the most to the least important, in a drawn
 * order. A number costs φ(s) = (1 − e^(−3s²)) / (1 − e^(−3)) at a relative distance s from its best place; a category costs nothing if it is
 * the best one, else a drawn amount. The two most important numbers interact: 2ρ·√(w₁w₂)·s₁s₂ with |ρ| = 0.4 is added, which leaves the best
 * place the only one with badness 0, since φ(s) ≥ s² and so the sum is at least (1 − |ρ|)(w₁s₁² + w₂s₂²).
 */
final class Landscape {
    private static final double DECLINE = 0.65;
    private static final double INTERACTION = 0.4;
    private static final double STEEPNESS = 3;

    private final Draw draw;
    private final List<TrainingJob.Tuned> tuned;

    private Landscape(Draw draw, List<TrainingJob.Tuned> tuned) {
        this.draw = draw;
        this.tuned = tuned;
    }

    static Landscape of(TrainingJob job, MetricName metric) {
        var draw = Draw.of("landscape", job.image(), metric.base());
        for (var parameter : job.tuned()) {
            draw = draw.with(parameter.name())
                    .with(parameter.range())
                    .with(parameter.categorical())
                    .with(parameter.choices());
        }
        return new Landscape(draw, job.tuned());
    }

    /** Badness in [0, 1]; 0 where there is nothing to tune. */
    double badness() {
        var weights = weights();
        var total = IntStream.range(0, tuned.size())
                .mapToDouble(i -> weights[i] * cost(i))
                .sum();
        return Math.max(0, Math.min(1, total + interaction(weights)));
    }

    private double[] weights() {
        var order = IntStream.range(0, tuned.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> draw(i).with("importance").uniform()))
                .toList();
        var weights = new double[tuned.size()];
        var weight = 1.0;
        var sum = 0.0;
        for (var i : order) {
            weights[i] = weight;
            sum += weight;
            weight *= DECLINE;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private double interaction(double[] weights) {
        var numbers = new ArrayList<>(IntStream.range(0, tuned.size())
                .filter(i -> !tuned.get(i).categorical())
                .boxed()
                .toList());
        if (numbers.size() < 2) {
            return 0;
        }
        numbers.sort(Comparator.comparingDouble(i -> -weights[i]));
        int first = numbers.get(0);
        int second = numbers.get(1);
        var rho = draw.with("interaction").uniform() < 0.5 ? -INTERACTION : INTERACTION;
        return 2 * rho * Math.sqrt(weights[first] * weights[second]) * distance(first) * distance(second);
    }

    private double cost(int i) {
        if (tuned.get(i).categorical()) {
            return categoryCost(i);
        }
        var s = distance(i);
        return (1 - StrictMath.exp(-STEEPNESS * s * s)) / (1 - StrictMath.exp(-STEEPNESS));
    }

    private double categoryCost(int i) {
        var choices = Math.max(1, tuned.get(i).choices());
        var choice = Math.min(choices - 1, (int) (tuned.get(i).position() * choices));
        var best = (int) (draw(i).with("best").uniform() * choices);
        return choice == best ? 0 : draw(i).with("category").with(choice).between(0.3, 1);
    }

    /** Signed and relative to the farther end of the range: in [-1, 1], 0 at the best place. */
    private double distance(int i) {
        var best = best(i);
        return (tuned.get(i).position() - best) / Math.max(best, 1 - best);
    }

    /** Where a number is best; more epochs are better, up to a point. */
    private double best(int i) {
        var place = draw(i).with("best").uniform();
        return EpochCount.isCount(tuned.get(i).name()) ? 0.8 + 0.15 * place : 0.15 + 0.7 * place;
    }

    private Draw draw(int i) {
        return draw.with(tuned.get(i).name());
    }
}
