package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Parameter.Categorical;
import dev.attune.search.Parameter.Continuous;
import dev.attune.search.Parameter.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every search strategy keeps. */
abstract class SearcherContract {
    private static final SearchSpace MIXED = new SearchSpace(List.of(
            new Continuous("rate", 1e-6, 1, Scaling.AUTO),
            new Continuous("momentum", 0, 0.999, Scaling.REVERSE_LOGARITHMIC),
            new Continuous("fixed", 2, 2, Scaling.AUTO),
            new Whole("depth", 1, 12, Scaling.LINEAR),
            new Whole("width", 1, 100_000, Scaling.AUTO),
            new Categorical("kind", List.of("a", "b", "c")),
            new Categorical("only", List.of("one"))));
    private static final SearchSpace DISCRETE = new SearchSpace(List.of(
            new Whole("depth", 1, 4, Scaling.LINEAR),
            new Categorical("kind", List.of("a", "b", "c")),
            new Whole("width", 1, 2, Scaling.LOGARITHMIC)));

    abstract Searcher searcher();

    static List<SearchSpace> spaces() {
        var wide = new ArrayList<Parameter>();
        for (int i = 0; i < 30; i++) {
            wide.add(
                    i % 5 == 4
                            ? new Categorical("p" + i, List.of("a", "b", "c"))
                            : new Continuous("p" + i, -1, 1, Scaling.AUTO));
        }
        var categories = IntStream.range(0, 30).mapToObj(i -> "v" + i).toList();
        return List.of(
                MIXED,
                DISCRETE,
                new SearchSpace(wide),
                new SearchSpace(List.of()),
                new SearchSpace(List.of(new Continuous("x", 0, 1, Scaling.AUTO))),
                new SearchSpace(List.of(new Continuous("x", -1.7e308, 1.7e308, Scaling.LINEAR))),
                new SearchSpace(List.of(new Continuous("x", 1, Math.nextUp(1.0), Scaling.LINEAR))),
                new SearchSpace(List.of(new Continuous("x", 3, 3, Scaling.AUTO))),
                new SearchSpace(List.of(new Whole("n", Long.MIN_VALUE, Long.MAX_VALUE, Scaling.AUTO))),
                new SearchSpace(List.of(new Whole("n", 1, 1500, Scaling.LOGARITHMIC))),
                new SearchSpace(List.of(new Categorical("k", categories), new Categorical("l", categories))));
    }

    static List<ToDoubleFunction<Configuration>> objectives() {
        return List.of(
                configuration -> 7,
                configuration -> 1e300 * spread(configuration),
                configuration -> spread(configuration) < 0.5 ? Double.POSITIVE_INFINITY : spread(configuration),
                configuration -> spread(configuration) < 0.5 ? Double.NaN : spread(configuration),
                configuration -> Double.NaN,
                configuration -> spread(configuration) < 0.9 ? Double.MIN_VALUE : -Double.MAX_VALUE,
                configuration -> 1 + 1e-15 * spread(configuration));
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void everySuggestionIsAConfigurationOfTheSpace(SearchSpace space) {
        var run = new Run(searcher(), space, 1).inParallel(trials(space, 24), 3, SearcherContract::spread);
        for (var suggestion : run.suggestions) {
            assertThat(suggestion.configuration().values().keySet())
                    .containsExactlyElementsOf(
                            space.parameters().stream().map(Parameter::name).toList());
            assertThat(space.canonical(suggestion.configuration())).isEqualTo(suggestion.configuration());
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void noObjectiveUpsetsIt(ToDoubleFunction<Configuration> objective) {
        for (var space : List.of(MIXED, DISCRETE, spaces().get(4))) {
            var run = new Run(searcher(), space, 2).sequentially(22, objective);
            assertThat(run.suggestions).hasSize(22);
            for (var suggestion : run.suggestions) {
                assertThat(space.canonical(suggestion.configuration())).isEqualTo(suggestion.configuration());
                assertFinite(suggestion.proposal());
            }
        }
    }

    @Test
    void equalRequestsGetEqualSuggestions() {
        var run = new Run(searcher(), MIXED, 3).inParallel(20, 2, SearcherContract::spread);
        run.start();
        assertThat(searcher().suggest(run.request())).isEqualTo(searcher().suggest(run.request()));
    }

    @Test
    void anotherSeedSearchesElsewhere() {
        var one = new Run(searcher(), MIXED, 4).sequentially(15, SearcherContract::spread);
        var other = new Run(searcher(), MIXED, 5).sequentially(15, SearcherContract::spread);
        assertThat(one.suggestions.get(14).configuration())
                .isNotEqualTo(other.suggestions.get(14).configuration());
    }

    @Test
    void theOrderOfTheHistoryDoesNotMatter() {
        var run = new Run(searcher(), MIXED, 6).inParallel(20, 3, SearcherContract::spread);
        run.start();
        run.start();
        var expected = searcher().suggest(run.request());

        Collections.shuffle(run.completed, new Random(1));
        Collections.reverse(run.pending);

        assertThat(searcher().suggest(run.request())).isEqualTo(expected);
    }

    @Test
    void evenTrialsOfEqualNumberMayComeInAnyOrder() {
        var run = new Run(searcher(), MIXED, 6).sequentially(15, SearcherContract::spread);
        run.completed.replaceAll(observation -> new Observation(1, observation.configuration(), observation.value()));
        var expected = searcher().suggest(run.request());
        Collections.shuffle(run.completed, new Random(1));
        assertThat(searcher().suggest(run.request())).isEqualTo(expected);
    }

    @Test
    void maximizingIsMinimizingTheOpposite() {
        var run = new Run(searcher(), MIXED, 7).sequentially(20, SearcherContract::spread);
        var opposite = run.completed.stream()
                .map(observation ->
                        new Observation(observation.trial(), observation.configuration(), -observation.value()))
                .toList();
        var request = run.request();
        var mirrored = searcher()
                .suggest(new SearchRequest(MIXED, Goal.MAXIMIZE, opposite, List.of(), request.seed(), request.trial()))
                .orElseThrow();
        var suggestion = searcher().suggest(request).orElseThrow();
        assertThat(mirrored.configuration()).isEqualTo(suggestion.configuration());
        var mean = suggestion.proposal().mean();
        assertThat(mirrored.proposal().mean()).isEqualTo(mean == null ? null : (Double) (-mean));
    }

    @Test
    void aDiscreteSpaceIsTriedOnceEachAndThenExhausted() {
        var run = new Run(searcher(), DISCRETE, 8).inParallel(24, 5, SearcherContract::spread);
        assertThat(run.suggestions.stream().map(Suggestion::configuration))
                .hasSize(24)
                .doesNotHaveDuplicates();
        assertThat(searcher().suggest(run.request())).isEmpty();
    }

    @Test
    void pendingTrialsAreNotProposedAgain() {
        var run = new Run(searcher(), DISCRETE, 9);
        while (run.start()) {}
        assertThat(run.suggestions.stream().map(Suggestion::configuration))
                .hasSize(24)
                .doesNotHaveDuplicates();

        var mixed = new Run(searcher(), MIXED, 9).sequentially(15, SearcherContract::spread);
        while (mixed.pending.size() < 10) {
            mixed.start();
        }
        assertThat(mixed.suggestions.stream().map(Suggestion::configuration)).doesNotHaveDuplicates();
    }

    @Test
    void configurationsForeignToTheSpaceAreIgnored() {
        var foreign = new Configuration(Map.of("rate", "12"));
        var request = new SearchRequest(
                MIXED,
                Goal.MINIMIZE,
                List.of(new Observation(1, foreign, 1.0)),
                List.of(new Pending(2, foreign)),
                10,
                3);
        assertThat(searcher().suggest(request)).isPresent();
    }

    @Test
    void aHistoryAtOnePointIsNoDifficulty() {
        var start = new Run(searcher(), MIXED, 11);
        start.start();
        var only = start.suggestions.get(0).configuration();
        var completed = IntStream.rangeClosed(1, 30)
                .mapToObj(trial -> new Observation(trial, only, trial % 3 * 1.0))
                .toList();
        var suggestion = searcher().suggest(new SearchRequest(MIXED, Goal.MINIMIZE, completed, List.of(), 11, 31));
        assertThat(suggestion.orElseThrow().configuration()).isNotEqualTo(only);
        assertFinite(suggestion.orElseThrow().proposal());
    }

    @Test
    void aLongHistoryIsNoDifficulty() {
        var random = new SplittableRandom(12);
        var completed = IntStream.rangeClosed(1, 750)
                .mapToObj(trial -> {
                    var point = random.doubles(MIXED.dimensions()).toArray();
                    var configuration = MIXED.decode(point);
                    return new Observation(
                            trial, configuration, trial % 10 == 0 ? null : (Double) spread(configuration));
                })
                .toList();
        var suggestion = searcher()
                .suggest(new SearchRequest(MIXED, Goal.MAXIMIZE, completed, List.of(), 12, 751))
                .orElseThrow();
        assertThat(MIXED.canonical(suggestion.configuration())).isEqualTo(suggestion.configuration());
        assertFinite(suggestion.proposal());
    }

    private static int trials(SearchSpace space, int most) {
        return (int) Math.min(most, space.combinations());
    }

    private static void assertFinite(Proposal proposal) {
        for (var value : new Double[] {proposal.mean(), proposal.deviation(), proposal.acquisition()}) {
            if (value != null) {
                assertThat(value).isFinite();
            }
        }
    }

    /** Some number in [0, 1) that depends on every value. */
    private static double spread(Configuration configuration) {
        double sum = 0;
        for (var value : configuration.values().values()) {
            double number = Character.isLetter(value.charAt(0)) ? value.hashCode() : Double.parseDouble(value);
            sum += 0.5 + 0.5 * Math.sin(number / 1e3) + 1e-3 * Math.tanh(number);
        }
        return sum - Math.floor(sum);
    }
}
