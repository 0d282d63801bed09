package dev.attune.search.gp;

import dev.attune.search.linalg.Cholesky;
import dev.attune.search.sampling.SplitMix;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** What a suggestion spends its time in: a factorisation, a likelihood with its gradient, a prediction. In this package to reach the likelihood. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    @Param({"50", "100", "250", "500", "750", "1000"})
    int size;

    @Param("10")
    int dimensions;

    @Param({"JOINT", "ADDITIVE"})
    String structure;

    private Evidence evidence;
    private GaussianProcess process;
    private double[][] matrix;
    private double[] start;
    private double[] point;

    @Setup
    public void prepare() {
        var random = new SplitMix(1);
        var points = new double[size][dimensions];
        var targets = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < dimensions; j++) {
                points[i][j] = random.nextDouble();
                targets[i] += points[i][j] - 0.5;
            }
        }
        var inputs = Inputs.of(points, new boolean[dimensions]);
        evidence = new Evidence(Structure.valueOf(structure), inputs, targets);
        start = evidence.prior().start(0.5, 1e-3);
        point = points[0].clone();
        point[0] = 0.5;
        var kernel = Structure.valueOf(structure).kernel(start, inputs);
        process = GaussianProcess.condition(kernel, inputs, targets).orElseThrow();
        matrix = kernel.covariances(inputs, kernel.noise(), 0);
    }

    @Benchmark
    public Optional<Cholesky> cholesky() {
        return Cholesky.factor(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
    }

    @Benchmark
    public double likelihoodWithGradient() {
        return evidence.value(start, new double[start.length]);
    }

    @Benchmark
    public Prediction predictionWithGradient() {
        return process.predict(point);
    }
}
