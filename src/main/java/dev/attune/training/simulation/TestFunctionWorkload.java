package dev.attune.training.simulation;

import dev.attune.training.TrainingJob;
import java.util.OptionalDouble;

/** A test function as a training job: exact, without noise; a job whose hyperparameters are no point of its domain fails. */
final class TestFunctionWorkload {
    private final TestFunction function;

    private TestFunctionWorkload(TestFunction function) {
        this.function = function;
    }

    static Workload of(TestFunction function, Workload other) {
        var own = new TestFunctionWorkload(function);
        return new Workload(own::limit, TestFunctionWorkload::fallTo, other.pace(), own::ending);
    }

    private OptionalDouble limit(TrainingJob job, String metric) {
        var coordinates = Coordinates.of(job);
        if (!problem(coordinates).isEmpty()) {
            return OptionalDouble.empty();
        }
        var value = function.value(coordinates.point());
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double fallTo(TrainingJob job, String metric, double limit, double progress) {
        return progress >= 1 ? limit : limit + 2 * (1 + Math.abs(limit)) * Decay.after(progress, 5);
    }

    private Ending ending(TrainingJob job) {
        var problem = problem(Coordinates.of(job));
        return problem.isEmpty()
                ? Ending.COMPLETED
                : Ending.failed("AlgorithmError: " + problem + ", exit code: 1", 0.02);
    }

    /** What is wrong with the point; empty if nothing is. */
    private String problem(Coordinates coordinates) {
        var names = coordinates.names();
        if (!function.isDefinedIn(names.size())) {
            return "%s expects %s numeric hyperparameters (x1, x2, ...), received %d %s"
                    .formatted(function.title(), expected(), names.size(), names);
        }
        var bad = coordinates.notNumeric();
        return bad.isEmpty() ? "" : "%s expects numbers, received text for %s".formatted(function.title(), bad);
    }

    private String expected() {
        return function.dimension().isPresent()
                ? String.valueOf(function.dimension().getAsInt())
                : "at least " + function.leastDimension();
    }
}
