package dev.attune.bench;

import dev.attune.search.BayesianSearcher;
import dev.attune.search.Goal;
import dev.attune.search.Observation;
import dev.attune.search.Parameter;
import dev.attune.search.RandomSearcher;
import dev.attune.search.Scaling;
import dev.attune.search.SearchRequest;
import dev.attune.search.SearchSpace;
import dev.attune.search.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** One Bayesian suggestion after n finished trials of a shifted quartic bowl, drawn at random. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
public class SuggestionBenchmark {
    private static final double CENTRE = 0.3;

    @Param({"50", "100", "250", "500", "750", "1000"})
    int size;

    @Param({"5", "10", "20"})
    int dimensions;

    private final BayesianSearcher searcher = new BayesianSearcher();
    private SearchRequest request;

    @Setup
    public void prepare() {
        var space = new SearchSpace(IntStream.range(0, dimensions)
                .<Parameter>mapToObj(i -> new Parameter.Continuous("x" + i, 0, 1, Scaling.LINEAR))
                .toList());
        var completed = new ArrayList<Observation>();
        for (int trial = 1; trial <= size; trial++) {
            var asked = new SearchRequest(space, Goal.MINIMIZE, List.of(), List.of(), 1, trial);
            var configuration =
                    new RandomSearcher().suggest(asked).orElseThrow().configuration();
            double value = 0;
            for (double coordinate : space.encode(configuration)) {
                double offset = coordinate - CENTRE;
                value += offset * offset + offset * offset * offset * offset;
            }
            completed.add(new Observation(trial, configuration, value));
        }
        request = new SearchRequest(space, Goal.MINIMIZE, completed, List.of(), 1, size + 1);
    }

    /** The views of the trials are found anew, as at a refit or after a restart. */
    @Benchmark
    public Optional<Suggestion> refitted() {
        return new BayesianSearcher().suggest(request);
    }

    /** The views are remembered, as between refits. */
    @Benchmark
    public Optional<Suggestion> remembered() {
        return searcher.suggest(request);
    }
}
