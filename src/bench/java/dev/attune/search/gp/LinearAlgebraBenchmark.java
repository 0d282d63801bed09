package dev.attune.search.gp;

import dev.attune.search.linalg.Cholesky;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The linear algebra of one step of a fit (factorisation and inverse) and of scoring 256 candidates (factorisation and triangular
 * solves), with the search's own kernels and with EJML's best ones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinearAlgebraBenchmark {
    private static final int CANDIDATES = 256;

    @Param({"50", "100", "240", "400"})
    int size;

    private double[][] rows;
    private DMatrixRMaj matrix;
    private DMatrixRMaj candidates;

    /** A covariance matrix of points on a line. */
    @Setup
    public void prepare() {
        rows = new double[size][size];
        matrix = new DMatrixRMaj(size, size);
        candidates = new DMatrixRMaj(size, CANDIDATES);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double value = StrictMath.exp(-Math.abs(i - j) / 20.0) + (i == j ? 0.01 : 0);
                rows[i][j] = value;
                matrix.set(i, j, value);
            }
            for (int c = 0; c < CANDIDATES; c++) {
                candidates.set(i, c, StrictMath.exp(-Math.abs(i - c) / 20.0));
            }
        }
    }

    @Benchmark
    public double[][] fitWithOwnKernels() {
        return Cholesky.factor(copy()).orElseThrow().inverse();
    }

    @Benchmark
    public DMatrixRMaj fitWithEjml() {
        var solver = LinearSolverFactory_DDRM.chol(size);
        solver.setA(matrix.copy());
        var inverse = new DMatrixRMaj(size, size);
        solver.invert(inverse);
        return inverse;
    }

    @Benchmark
    public double[][] scoreWithOwnKernels() {
        var factor = Cholesky.factor(copy()).orElseThrow();
        var solved = new double[size][CANDIDATES];
        for (int i = 0; i < size; i++) {
            System.arraycopy(candidates.data, i * CANDIDATES, solved[i], 0, CANDIDATES);
        }
        factor.forward(solved);
        return solved;
    }

    private double[][] copy() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Benchmark
    public double[][] scoreWithEjml() {
        var decomposition = DecompositionFactory_DDRM.chol(size, true);
        decomposition.decompose(matrix.copy());
        var lower = decomposition.getT(null);
        var solved = new double[CANDIDATES][size];
        for (int c = 0; c < CANDIDATES; c++) {
            for (int i = 0; i < size; i++) {
                solved[c][i] = candidates.get(i, c);
            }
            TriangularSolver_DDRM.solveL(lower.data, solved[c], size);
        }
        return solved;
    }
}
