package dev.attune.training.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Test functions of optimisation whose minimum is known: Surjanovic and Bingham, <a href="https://www.sfu.ca/~ssurjano/">Virtual Library
 * of Simulation Experiments</a>. All are to be minimised.
 */
public enum TestFunction {
    BRANIN(2, -5, 10),
    HARTMANN6(6, 0, 1),
    ACKLEY(0, -32.768, 32.768),
    ROSENBROCK(0, -5, 10),
    LEVY(0, -10, 10),
    RASTRIGIN(0, -5.12, 5.12),
    STYBLINSKI_TANG(0, -5, 5);

    private static final double[] HARTMANN6_MINIMISER = {0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573};

    private final int fixedDimension;
    private final double low;
    private final double high;

    TestFunction(int fixedDimension, double low, double high) {
        this.fixedDimension = fixedDimension;
        this.low = low;
        this.high = high;
    }

    /** The name by which its image is known, for example {@code styblinski-tang}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The only dimension in which it is defined; empty where it is defined in any from {@link #leastDimension()}. */
    public OptionalInt dimension() {
        return fixedDimension == 0 ? OptionalInt.empty() : OptionalInt.of(fixedDimension);
    }

    /** The smallest dimension in which it is defined. */
    public int leastDimension() {
        return this == ROSENBROCK ? 2 : Math.max(1, fixedDimension);
    }

    /** Whether it is defined in this dimension. */
    public boolean isDefinedIn(int dimension) {
        return fixedDimension == 0 ? dimension >= leastDimension() : dimension == fixedDimension;
    }

    /** The customary range of each coordinate, from 0; only Branin's two differ. */
    public Domain domain(int coordinate) {
        return this == BRANIN && coordinate == 1 ? new Domain(0, 15) : new Domain(low, high);
    }

    /** The value at x, which may lie outside the domain. */
    public double value(double... x) {
        if (!isDefinedIn(x.length)) {
            throw new IllegalArgumentException("[%s] is not defined in dimension [%d]".formatted(title(), x.length));
        }
        return switch (this) {
            case BRANIN -> TestFormulas.branin(x);
            case HARTMANN6 -> TestFormulas.hartmann6(x);
            case ACKLEY -> TestFormulas.ackley(x);
            case ROSENBROCK -> TestFormulas.rosenbrock(x);
            case LEVY -> TestFormulas.levy(x);
            case RASTRIGIN -> TestFormulas.rastrigin(x);
            case STYBLINSKI_TANG -> TestFormulas.styblinskiTang(x);
        };
    }

    /** A point at which it is least; Branin has two more. */
    public double[] minimiser(int dimension) {
        return switch (this) {
            case BRANIN -> new double[] {StrictMath.PI, 2.275};
            case HARTMANN6 -> HARTMANN6_MINIMISER.clone();
            case ACKLEY, RASTRIGIN -> new double[dimension];
            case ROSENBROCK, LEVY -> filled(dimension, 1);
            case STYBLINSKI_TANG -> filled(dimension, -2.903534027771178);
        };
    }

    /** Its least value, to at least six digits. */
    public double minimum(int dimension) {
        return switch (this) {
            case BRANIN -> 0.39788735772973816;
            case HARTMANN6 -> -3.32236801141551;
            case ACKLEY, RASTRIGIN, ROSENBROCK, LEVY -> 0;
            case STYBLINSKI_TANG -> -39.16616570377142 * dimension;
        };
    }

    private static double[] filled(int dimension, double coordinate) {
        var x = new double[dimension];
        Arrays.fill(x, coordinate);
        return x;
    }

    /** A closed interval. */
    public record Domain(double low, double high) {}
}
