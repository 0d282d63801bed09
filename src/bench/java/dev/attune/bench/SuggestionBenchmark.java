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

/** One Bayesian suggestion after n finished trials, and a few more, of a shifted quartic bowl, drawn at random. Not those that polish. */
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
    /** How many trials more there are in the end. */
    private static final int MORE = 12;

    @Param({"50", "100", "250", "500", "750", "1000"})
    int size;

    @Param({"5", "10", "20"})
    int dimensions;

    private final BayesianSearcher searcher = new BayesianSearcher();
    private final List<SearchRequest> requests = new ArrayList<>();
    private int turn;

    /** Asks for all once, so that their views are remembered. */
    @Setup
    public void prepare() {
        var completed = completed();
        for (int known = size; known < completed.size(); known++) {
            int next = known + 1;
            if (next % 3 != 0) {
                requests.add(
                        new SearchRequest(space(), Goal.MINIMIZE, completed.subList(0, known), List.of(), 1, next));
            }
        }
        requests.forEach(searcher::suggest);
    }

    private SearchSpace space() {
        return new SearchSpace(IntStream.range(0, dimensions)
                .<Parameter>mapToObj(i -> new Parameter.Continuous("x" + i, 0, 1, Scaling.LINEAR))
                .toList());
    }

    private List<Observation> completed() {
        var space = space();
        var completed = new ArrayList<Observation>();
        for (int trial = 1; trial <= size + MORE; trial++) {
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
        return completed;
    }

    /** The views of the trials are found anew, as at a refit or after a restart. */
    @Benchmark
    public Optional<Suggestion> refitted() {
        return new BayesianSearcher().suggest(next());
    }

    /** The views are remembered, as between refits; there are one or two results more than the last time. */
    @Benchmark
    public Optional<Suggestion> remembered() {
        return searcher.suggest(next());
    }

    private SearchRequest next() {
        return requests.get(turn++ % requests.size());
    }
}
