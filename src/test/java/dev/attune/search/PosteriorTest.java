package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.attune.search.Parameter.Categorical;
import dev.attune.search.Parameter.Continuous;
import dev.attune.search.Parameter.Whole;
import dev.attune.search.sampling.Sobol;
import dev.attune.search.sampling.SplitMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PosteriorTest {
    private static final SearchSpace LINE = new SearchSpace(List.of(unit("x")));
    private static final SearchSpace CUBE = new SearchSpace(List.of(unit("x"), unit("y"), unit("z")));
    private static final SearchSpace MIXED = new SearchSpace(List.of(
            new Continuous("rate", 1e-4, 1, Scaling.LOGARITHMIC),
            new Continuous("fixed", 2, 2, Scaling.AUTO),
            new Whole("depth", 1, 6, Scaling.LINEAR),
            new Whole("width", 1, 100_000, Scaling.LINEAR),
            new Categorical("kind", List.of("a", "b", "c"))));
    private static final Configuration INSIDE =
            new Configuration(Map.of("rate", "0.01", "fixed", "2", "depth", "3", "width", "512", "kind", "b"));

    private final BayesianSearcher searcher = new BayesianSearcher();

    @Test
    void passesNearItsData() {
        var problem = Problem.branin();
        var request = request(problem.space(), Goal.MINIMIZE, 30, problem::at);

        var posterior = searcher.posterior(request).orElseThrow();

        for (var observation : request.completed()) {
            assertThat(posterior.at(observation.configuration()).mean()).isCloseTo(observation.value(), within(3.0));
        }
    }

    @Test
    void isLessSureAwayFromItsData() {
        var request = request(
                LINE,
                Goal.MINIMIZE,
                IntStream.range(0, 8).mapToObj(i -> x(i / 14.0)).toList(),
                c -> {
                    double x = number(c, "x");
                    return StrictMath.sin(9 * x);
                });
        var posterior = searcher.posterior(request).orElseThrow();
        double near = posterior.at(x(0.25)).deviation();
        double far = posterior.at(x(0.75)).deviation();
        double farthest = posterior.at(x(1)).deviation();
        assertThat(near).isLessThan(far / 5);
        assertThat(far).isLessThan(farthest);
    }

    @Test
    void maximisingMirrorsMinimisingTheOpposite() {
        var least = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        var most = posterior(MIXED, Goal.MAXIMIZE, 25, configuration -> -mixed(configuration));

        assertThat(most.at(INSIDE).mean()).isEqualTo(-least.at(INSIDE).mean());
        assertThat(most.at(INSIDE).deviation()).isEqualTo(least.at(INSIDE).deviation());
        assertThat(most.best().configuration()).isEqualTo(least.best().configuration());
        assertThat(most.best().value()).isEqualTo(-least.best().value());
        assertThat(most.bestObserved().trial()).isEqualTo(least.bestObserved().trial());
        assertThat(most.leaveOneOut().get(3).mean())
                .isEqualTo(-least.leaveOneOut().get(3).mean());
        assertThat(most.importance()).isEqualTo(least.importance());
        assertThat(most.slice("rate", 5, INSIDE).get(2).acquisition())
                .isEqualTo(least.slice("rate", 5, INSIDE).get(2).acquisition());
    }

    @Test
    void aSliceSaysWhatIsExpectedOfItsConfigurations() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        for (var parameter : MIXED.parameters()) {
            for (var point : posterior.slice(parameter.name(), 40, INSIDE)) {
                assertThat(point.estimate()).isEqualTo(posterior.at(with(INSIDE, parameter.name(), point.value())));
                assertThat(point.acquisition()).isFinite();
            }
        }
    }

    @Test
    void aSliceIsEvenOnTheParametersScale() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        var rates = values(posterior.slice("rate", 5, INSIDE)).stream()
                .map(Double::valueOf)
                .toList();
        assertThat(rates).hasSize(5);
        assertThat(rates.get(1)).isCloseTo(1e-3, withinPercentage(1e-9));
        assertThat(rates.get(3)).isCloseTo(1e-1, withinPercentage(1e-9));
        assertThat(values(posterior.slice("width", 5, INSIDE)))
                .containsExactly("1", "25001", "50001", "75001", "100000");
    }

    @Test
    void aSliceOfFewValuesHasEachOnce() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        assertThat(values(posterior.slice("depth", 40, INSIDE))).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(values(posterior.slice("kind", 2, INSIDE))).containsExactly("a", "b", "c");
        assertThat(values(posterior.slice("fixed", 40, INSIDE))).containsExactly("2.0");
    }

    @Test
    void saysOfASuggestionWhatItsProposalSays() {
        var space = new SearchSpace(List.of(new Whole("depth", 1, 50, Scaling.LINEAR)));
        var request = request(space, Goal.MAXIMIZE, 12, c -> StrictMath.sin(number(c, "depth") / 7));
        var suggestion = searcher.suggest(request).orElseThrow();

        var slice = searcher.posterior(request).orElseThrow().slice("depth", 50, suggestion.configuration());

        var value = suggestion.configuration().values().get("depth");
        var point =
                slice.stream().filter(p -> p.value().equals(value)).findAny().orElseThrow();
        var proposal = suggestion.proposal();
        assertThat(point.estimate().mean()).isCloseTo(proposal.mean(), within(1e-9));
        assertThat(point.estimate().deviation()).isCloseTo(proposal.deviation(), within(1e-9));
        assertThat(point.acquisition()).isCloseTo(proposal.acquisition(), within(1e-6));
    }

    @Test
    void aSurfaceSaysWhatIsExpectedOfItsConfigurations() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);

        var surface = posterior.surface("kind", "rate", 7, INSIDE);

        assertThat(surface.first()).containsExactly("a", "b", "c");
        assertThat(surface.second()).hasSize(7);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 7; j++) {
                var configuration = with(
                        with(INSIDE, "kind", surface.first().get(i)),
                        "rate",
                        surface.second().get(j));
                assertThat(surface.estimates().get(i).get(j)).isEqualTo(posterior.at(configuration));
                assertThat(surface.acquisitions().get(i).get(j)).isFinite();
            }
        }
    }

    @Test
    void whatIsForeignToTheSpaceIsRefused() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        assertThatThrownBy(() -> posterior.at(x(0.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posterior.at(with(INSIDE, "depth", "7"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posterior.at(with(INSIDE, "rate", "NaN")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posterior.slice("x", 5, INSIDE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posterior.slice("rate", 1, INSIDE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posterior.surface("rate", "rate", 5, INSIDE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyTextOfAConfigurationWillDo() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        var other = with(with(with(INSIDE, "rate", "1e-2"), "depth", "3.0"), "unknown", "?");
        assertThat(posterior.at(other)).isEqualTo(posterior.at(INSIDE));
    }

    /** Var(3x + y) = (9 + 1)/12, and no parts are shared. */
    @Test
    void aSumSharesItsVarianceAmongItsTerms() {
        var importance = posterior(CUBE, Goal.MINIMIZE, 40, c -> 3 * number(c, "x") + number(c, "y"))
                .importance();
        assertThat(importance.keySet()).containsExactly("x", "y", "z");
        assertThat(importance.get("x")).isCloseTo(0.9, within(0.05));
        assertThat(importance.get("y")).isCloseTo(0.1, within(0.05));
        assertThat(importance.get("z")).isCloseTo(0, within(0.01));
    }

    /** With u = x − ½ and v = y − ½, Var(u·v) = Var(u)·Var(v): all of the variance needs both. */
    @Test
    void whatOnlyMattersTogetherMattersTwice() {
        var importance = posterior(CUBE, Goal.MAXIMIZE, 80, c -> (number(c, "x") - 0.5) * (number(c, "y") - 0.5))
                .importance();
        assertThat(importance.get("x")).isCloseTo(1, within(0.1));
        assertThat(importance.get("y")).isCloseTo(1, within(0.1));
        assertThat(importance.get("z")).isCloseTo(0, within(0.05));
    }

    /** Three categories at 0, 0 and 1 have variance 2/9, the number has 1/12: 8/11 and 3/11. */
    @Test
    void aCategoryCanMatterMost() {
        var space = new SearchSpace(List.of(
                unit("x"),
                new Categorical("kind", List.of("a", "b", "c")),
                new Continuous("fixed", 1, 1, Scaling.AUTO)));
        var importance = posterior(
                        space,
                        Goal.MINIMIZE,
                        40,
                        c -> number(c, "x") + ("c".equals(c.values().get("kind")) ? 1 : 0))
                .importance();
        assertThat(importance.get("kind")).isCloseTo(8.0 / 11, within(0.06));
        assertThat(importance.get("x")).isCloseTo(3.0 / 11, within(0.06));
        assertThat(importance).containsEntry("fixed", 0.0);
    }

    @Test
    void leavingOutIsNearlyWhatForgettingWouldBe() {
        var problem = Problem.branin();
        var request = request(problem.space(), Goal.MINIMIZE, 30, problem::at);
        var leftOut = searcher.posterior(request).orElseThrow().leaveOneOut();
        assertThat(leftOut.stream().map(Posterior.LeftOut::trial))
                .containsExactlyElementsOf(
                        request.completed().stream().map(Observation::trial).toList());
        for (int i = 0; i < leftOut.size(); i += 4) {
            var observation = request.completed().get(i);
            var others = new ArrayList<>(request.completed());
            others.remove(i);

            var forgotten = searcher.posterior(
                            new SearchRequest(problem.space(), Goal.MINIMIZE, others, List.of(), 1, 31))
                    .orElseThrow()
                    .at(observation.configuration());

            assertThat(leftOut.get(i).value()).isEqualTo(observation.value());
            assertThat(leftOut.get(i).mean())
                    .isCloseTo(forgotten.mean(), within(leftOut.get(i).deviation() + forgotten.deviation()));
        }
    }

    @Test
    void onlySuccessesAreLeftOut() {
        var request = request(CUBE, Goal.MAXIMIZE, 24, c -> number(c, "x") > 0.75 ? Double.NaN : number(c, "y"));
        var succeeded = request.completed().stream()
                .filter(observation -> !observation.failed())
                .toList();

        var leftOut = searcher.posterior(request).orElseThrow().leaveOneOut();

        assertThat(leftOut.stream().map(Posterior.LeftOut::trial))
                .containsExactlyElementsOf(
                        succeeded.stream().map(Observation::trial).toList());
        assertThat(leftOut.stream().map(Posterior.LeftOut::value))
                .containsExactlyElementsOf(
                        succeeded.stream().map(Observation::value).toList());
    }

    @Test
    void aLuckyTrialIsNotTheBest() {
        var noise = new SplitMix(3);
        var request = request(LINE, Goal.MINIMIZE, 40, c -> {
            double distance = number(c, "x") - 0.3;
            return 4 * distance * distance + 0.1 * (noise.nextDouble() - 0.5);
        });
        var lucky = new Observation(41, x(0.8), -0.2);
        var completed = new ArrayList<>(request.completed());
        completed.add(lucky);

        var posterior = searcher.posterior(new SearchRequest(LINE, Goal.MINIMIZE, completed, List.of(), 1, 42))
                .orElseThrow();

        assertThat(posterior.bestObserved().trial()).isEqualTo(41);
        assertThat(posterior.bestObserved().value()).isEqualTo(-0.2);
        assertThat(number(posterior.best().configuration(), "x")).isCloseTo(0.3, within(0.1));
        assertThat(posterior.best().estimate())
                .isEqualTo(posterior.at(posterior.best().configuration()));
        assertThat(posterior.best().estimate().mean())
                .isLessThan(posterior.bestObserved().estimate().mean());
    }

    @Test
    void believesNothingWhereTooLittleIsKnown() {
        var constant = new SearchSpace(List.of(new Categorical("only", List.of("one"))));
        assertThat(searcher.posterior(request(CUBE, Goal.MINIMIZE, 3, c -> number(c, "x"))))
                .isEmpty();
        assertThat(searcher.posterior(request(CUBE, Goal.MINIMIZE, 20, c -> Double.NaN)))
                .isEmpty();
        assertThat(searcher.posterior(request(constant, Goal.MINIMIZE, 20, c -> 1)))
                .isEmpty();
    }

    @Test
    void believesSomethingWhereNothingIsLeftToTry() {
        var space = new SearchSpace(List.of(new Whole("depth", 1, 8, Scaling.LINEAR)));
        var run = new Run(searcher, space, 1).sequentially(9, c -> number(c, "depth"));
        assertThat(run.suggestions).hasSize(8);
        var posterior = searcher.posterior(run.request()).orElseThrow();
        assertThat(posterior.best().configuration().values()).containsEntry("depth", "1");
    }

    @Test
    void aConstantObjectiveHasNothingImportant() {
        var posterior = posterior(MIXED, Goal.MINIMIZE, 20, c -> 7);
        assertThat(posterior.importance().values()).containsOnly(0.0);
        assertThat(posterior.at(INSIDE).mean()).isCloseTo(7, within(1e-12));
        assertAllFinite(posterior);
    }

    @Test
    void hugeAndTinyValuesStayFinite() {
        assertAllFinite(posterior(MIXED, Goal.MAXIMIZE, 25, c -> 1e300 * mixed(c)));
        assertAllFinite(posterior(MIXED, Goal.MINIMIZE, 25, c -> mixed(c) > 1 ? Double.MAX_VALUE : -Double.MAX_VALUE));
        assertAllFinite(posterior(MIXED, Goal.MINIMIZE, 25, c -> Double.MIN_VALUE * Math.floor(9 * mixed(c))));
    }

    @Test
    void askingAgainOrElsewhereGivesTheSame() {
        var request = request(MIXED, Goal.MINIMIZE, 25, PosteriorTest::mixed);
        var one = searcher.posterior(request).orElseThrow();
        var other = new BayesianSearcher().posterior(request).orElseThrow();
        assertThat(other.importance()).isEqualTo(one.importance());
        assertThat(other.leaveOneOut()).isEqualTo(one.leaveOneOut());
        assertThat(other.summary()).isEqualTo(one.summary());
        assertThat(other.slice("rate", 9, INSIDE)).isEqualTo(one.slice("rate", 9, INSIDE));
    }

    private static void assertAllFinite(Posterior posterior) {
        for (var parameter : MIXED.parameters()) {
            for (var point : posterior.slice(parameter.name(), 9, INSIDE)) {
                assertFinite(point.estimate());
                assertThat(point.acquisition()).isFinite();
            }
        }
        assertFinite(posterior.best().estimate());
        assertFinite(posterior.bestObserved().estimate());
        for (var leftOut : posterior.leaveOneOut()) {
            assertFinite(new Estimate(leftOut.mean(), leftOut.deviation()));
        }
        assertThat(posterior.importance().values()).allMatch(index -> index >= 0 && index <= 1);
    }

    private static void assertFinite(Estimate estimate) {
        assertThat(estimate.mean()).isFinite();
        assertThat(estimate.deviation()).isFinite().isNotNegative();
    }

    private Posterior posterior(SearchSpace space, Goal goal, int trials, ToDoubleFunction<Configuration> objective) {
        return searcher.posterior(request(space, goal, trials, objective)).orElseThrow();
    }

    /** Trials spread over the space; those of value NaN failed. */
    private static SearchRequest request(
            SearchSpace space, Goal goal, int trials, ToDoubleFunction<Configuration> objective) {
        var sobol = new Sobol(space.dimensions(), 1);
        var configurations = IntStream.range(0, trials)
                .mapToObj(i -> space.decode(sobol.point(i)))
                .toList();
        return request(space, goal, configurations, objective);
    }

    private static SearchRequest request(
            SearchSpace space, Goal goal, List<Configuration> tried, ToDoubleFunction<Configuration> objective) {
        var completed = new ArrayList<Observation>();
        for (var configuration : tried) {
            double value = objective.applyAsDouble(configuration);
            completed.add(
                    new Observation(completed.size() + 1, configuration, Double.isNaN(value) ? null : (Double) value));
        }
        return new SearchRequest(space, goal, completed, List.of(), 1, completed.size() + 1);
    }

    private static double mixed(Configuration configuration) {
        double rate = StrictMath.log10(number(configuration, "rate")) + 2.5;
        double depth = number(configuration, "depth") - 4;
        double width = number(configuration, "width") / 1e5;
        return rate * rate / 4
                + depth * depth / 8
                + width
                + ("b".equals(configuration.values().get("kind")) ? 0 : 0.5);
    }

    private static List<String> values(List<Posterior.Point> slice) {
        return slice.stream().map(Posterior.Point::value).toList();
    }

    private static Configuration with(Configuration configuration, String name, String value) {
        var values = new LinkedHashMap<>(configuration.values());
        values.put(name, value);
        return new Configuration(values);
    }

    private static Configuration x(double x) {
        return new Configuration(Map.of("x", Double.toString(x)));
    }

    private static double number(Configuration configuration, String name) {
        return Double.parseDouble(configuration.values().get(name));
    }

    private static Parameter unit(String name) {
        return new Continuous(name, 0, 1, Scaling.LINEAR);
    }
}
