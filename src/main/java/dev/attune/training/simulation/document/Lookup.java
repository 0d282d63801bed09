package dev.attune.training.simulation.document;

import dev.attune.training.TrainingJob;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds the recorded trials that stand for a training job, the nearest first, never none. */
@FunctionalInterface
interface Lookup {
    List<Neighbour> of(TrainingJob job);

    /** Only the trial with the very values, as numbers or texts; a job that is not in the table fails. */
    static Lookup exact(TableSpace space) {
        return job -> {
            var nearest = space.nearest(Scope.of(job), 1).get(0);
            if (nearest.distance() > 0) {
                throw new MissingValueException("the table has no trial with these hyperparameters");
            }
            return List.of(nearest);
        };
    }

    /** So many of the nearest trials. */
    static Lookup weighted(TableSpace space, int count) {
        return job -> space.nearest(Scope.of(job), count);
    }

    /** The average with weights of inverse squared distance (Shepard 1968); at a recorded trial exactly its value. */
    static double average(List<Neighbour> neighbours, ToDoubleFunction<RecordedTrial> value) {
        var nearest = neighbours.get(0);
        if (nearest.distance == 0 || neighbours.size() == 1) {
            return value.applyAsDouble(nearest.trial);
        }
        var sum = 0.0;
        var weights = 0.0;
        for (var neighbour : neighbours) {
            var each = value.applyAsDouble(neighbour.trial);
            if (Double.isFinite(each)) {
                sum += each / neighbour.distance;
                weights += 1 / neighbour.distance;
            }
        }
        return sum / weights;
    }

    /** A trial, and the square of its distance. */
    record Neighbour(RecordedTrial trial, double distance) {}
}
