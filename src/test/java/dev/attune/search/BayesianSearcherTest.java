package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BayesianSearcherTest extends SearcherContract {
    @Override
    Searcher searcher() {
        return new BayesianSearcher();
    }

    @Test
    void startsInTheMiddleAndThenSpreads() {
        var run = new Run(searcher(), Problem.branin().space(), 1).sequentially(4, Problem.branin()::at);
        assertThat(run.suggestions.get(0).configuration().values())
                .containsEntry("x1", "2.5")
                .containsEntry("x2", "7.5");
        assertThat(run.suggestions).allMatch(suggestion -> suggestion.proposal().phase() == Phase.INITIAL);
    }

    @Test
    void saysWhatItExpectsInTheObjectivesOwnUnits() {
        var problem = Problem.branin();
        var run = new Run(searcher(), problem.space(), 2).sequentially(31, problem::at);
        var last = run.suggestions.get(30);
        assertThat(last.proposal().phase()).isEqualTo(Phase.BAYESIAN);
        assertThat(last.proposal().deviation()).isPositive();
        assertThat(last.proposal().acquisition()).isFinite();
        assertThat(problem.at(last.configuration()))
                .isCloseTo(last.proposal().mean(), within(6 * last.proposal().deviation() + 0.5));
    }

    @Test
    void whatItRemembersDoesNotChangeWhatItProposes() {
        var problem = Problem.training();
        var run = new Run(searcher(), problem.space(), 4).inParallel(75, 3, problem::at);
        var used = searcher();
        for (int size = 60; size <= 75; size++) {
            var request = new SearchRequest(
                    problem.space(), Goal.MINIMIZE, run.completed.subList(0, size), List.of(), 4, size + 1);
            assertThat(used.suggest(request)).isEqualTo(searcher().suggest(request));
        }
    }

    @Test
    void whatItRemembersOfALongHistoryDoesNotChangeWhatItProposes() {
        var problem = Problem.training();
        var run = new Run(new RandomSearcher(), problem.space(), 4)
                .sequentially(
                        455,
                        configuration ->
                                configuration.values().hashCode() % 9 == 0 ? Double.NaN : problem.at(configuration));
        var pending = List.of(new Pending(456, run.completed.get(454).configuration()));
        var used = searcher();
        for (int size : new int[] {444, 446, 447, 448, 449, 453, 450}) {
            var request = new SearchRequest(
                    problem.space(), Goal.MINIMIZE, run.completed.subList(0, size), pending, 4, size + 1);
            assertThat(used.suggest(request)).isEqualTo(searcher().suggest(request));
        }
    }

    @Test
    void withoutTimeItStillProposesWithASimplerModel() {
        var problem = Problem.training();
        long[] now = {0};
        var hurried = BayesianSearcher.within(Duration.ofMillis(1), () -> now[0] += 1_000_000_000);
        var run = new Run(hurried, problem.space(), 5).sequentially(30, problem::at);
        assertThat(run.suggestions)
                .hasSize(30)
                .anyMatch(suggestion -> suggestion.proposal().phase().equals(Phase.BAYESIAN));
        for (var suggestion : run.suggestions) {
            assertThat(problem.space().canonical(suggestion.configuration())).isEqualTo(suggestion.configuration());
            var model = suggestion.proposal().model();
            if (model != null) {
                // only the first view that is tried was fitted
                assertThat(model.members()).singleElement().satisfies(member -> {
                    assertThat(member.transform()).isEqualTo("standardised");
                    assertThat(member.structure()).isEqualTo("joint");
                });
            }
        }
    }

    @Test
    void aDeadlineThatIsNotReachedChangesNothing() {
        var problem = Problem.training();
        var patient = BayesianSearcher.within(Duration.ofDays(1), () -> 0);
        var run = new Run(patient, problem.space(), 6).sequentially(25, problem::at);
        assertThat(patient.suggest(run.request())).isEqualTo(searcher().suggest(run.request()));
    }

    @Test
    void saysWhichModelStoodBehindIt() {
        var problem = Problem.branin();
        var run = new Run(searcher(), problem.space(), 2).sequentially(31, problem::at);

        var members = run.suggestions.get(30).proposal().model().members();

        assertThat(members.stream().mapToDouble(ModelSummary.Member::share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(members.stream().map(ModelSummary.Member::share)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(members).allSatisfy(member -> {
            assertThat(member.transform()).isIn("standardised", "tamed", "ranked");
            assertThat(member.structure()).isIn("joint", "additive", "mixed");
            assertThat(member.signalVariance()).isPositive().isFinite();
            assertThat(member.noiseVariance()).isPositive().isFinite();
            assertThat(member.lengthScales().keySet()).containsExactly("x1", "x2");
            assertThat(member.lengthScales().values()).allMatch(length -> length > 0.019 && length < 61);
        });
        assertThat(run.suggestions.get(0).proposal().model()).isNull();
    }

    @Test
    void spendsEveryThirdTrialNearTheBestOnceThereAreEnough() {
        var problem = Problem.hartmann();
        var run = new Run(searcher(), problem.space(), 7).sequentially(60, problem::at);
        for (int trial = 1; trial <= 60; trial++) {
            var phase = run.suggestions.get(trial - 1).proposal().phase();
            if (trial % 3 == 0 && trial > 16) {
                assertThat(phase).isIn(Phase.POLISHING, Phase.RANDOM);
            } else {
                assertThat(phase).isNotEqualTo(Phase.POLISHING);
            }
        }
    }

    @Test
    void polishesInTheNeighbourhoodOfTheBestOnly() {
        var problem = Problem.hartmann();
        var run = new Run(searcher(), problem.space(), 7).sequentially(60, problem::at);
        assertThat(near(problem, run, Phase.POLISHING)).isNotEmpty().doesNotContain(false);
        assertThat(near(problem, run, Phase.BAYESIAN)).contains(false);
    }

    /** For each trial of a phase from the 20th on, whether it lies in the neighbourhood of the best before it. */
    private static List<Boolean> near(Problem problem, Run run, Phase phase) {
        return IntStream.range(20, 60)
                .filter(i -> run.suggestions.get(i).proposal().phase() == phase)
                .mapToObj(i -> NeighbourhoodTest.of(new SearchRequest(
                                problem.space(), Goal.MINIMIZE, run.completed.subList(0, i), List.of(), 7, i + 1))
                        .region()
                        .map(region -> NeighbourhoodTest.isIn(
                                region,
                                problem.space().encode(run.suggestions.get(i).configuration())))
                        .orElseThrow())
                .toList();
    }

    @Test
    void saysHowFarAPolishingModelSawInTheUnitsOfTheSpace() {
        var problem = Problem.branin();
        var run = new Run(searcher(), problem.space(), 2).sequentially(33, problem::at);
        var polished = run.suggestions.get(32).proposal();
        assertThat(polished.phase()).isEqualTo(Phase.POLISHING);
        assertThat(polished.model().members().get(0).lengthScales().values())
                .allMatch(length -> length > 0 && length < 1);
        assertThat(problem.at(run.suggestions.get(32).configuration()))
                .isCloseTo(polished.mean(), within(6 * polished.deviation() + 0.01));
    }

    @Test
    void polishesAtTheLeastMeanWhereThereIsNoise() {
        var problem = Problem.hartmann();
        var noise = new Random(1);
        var run = new Run(searcher(), problem.space(), 4)
                .sequentially(60, configuration -> problem.at(configuration) + 0.5 * noise.nextGaussian());
        for (int trial = 30; trial <= 60; trial += 3) {
            var proposal = run.suggestions.get(trial - 1).proposal();
            var before = new SearchRequest(
                    problem.space(), Goal.MINIMIZE, run.completed.subList(0, trial - 1), List.of(), 4, trial);
            if (proposal.phase() != Phase.RANDOM) {
                assertThat(proposal.phase()).isEqualTo(Phase.POLISHING);
                assertThat(proposal.mean())
                        .isLessThan(new BayesianSearcher()
                                        .posterior(before)
                                        .orElseThrow()
                                        .best()
                                        .estimate()
                                        .mean()
                                + 0.01);
            }
        }
    }

    @Test
    void explores() {
        var problem = Problem.hartmann();
        var run = new Run(searcher(), problem.space(), 1).sequentially(100, problem::at);
        assertThat(deviation(run, 1)).isGreaterThan(2 * deviation(run, 2));
    }

    /** How unsure the model was on average of what it proposed in one of three turns, late. */
    private static double deviation(Run run, int turn) {
        return IntStream.rangeClosed(40, 100)
                .filter(trial -> trial % 3 == turn)
                .mapToObj(trial -> run.suggestions.get(trial - 1).proposal().deviation())
                .filter(Objects::nonNull)
                .mapToDouble(deviation -> deviation)
                .average()
                .orElseThrow();
    }

    @Test
    void doesNotPolishWhereTheBestHasFewNeighbours() {
        var space = new SearchSpace(List.of(
                new Parameter.Whole("layers", 1, 20, Scaling.LINEAR),
                new Parameter.Whole("units", 1, 20, Scaling.LINEAR)));
        var run = new Run(searcher(), space, 1)
                .sequentially(40, configuration -> configuration.values().hashCode() % 1000);
        assertThat(run.suggestions)
                .noneMatch(suggestion -> suggestion.proposal().phase() == Phase.POLISHING);
    }

    @Test
    void keepsAwayFromWhereTrialsFail() {
        var problem = Problem.hartmann();
        var run = new Run(searcher(), problem.space(), 3)
                .sequentially(
                        40, configuration -> position(configuration) > 0.5 ? Double.NaN : problem.at(configuration));
        long early = run.completed.subList(0, 15).stream()
                .filter(Observation::failed)
                .count();
        long late = run.completed.subList(25, 40).stream()
                .filter(Observation::failed)
                .count();
        assertThat(late)
                .isLessThanOrEqualTo(4)
                .isLessThanOrEqualTo(early); // of fifteen, one of which is drawn at random
    }

    private static double position(Configuration configuration) {
        return Double.parseDouble(configuration.values().get("x2"));
    }
}
