package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.optim.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    @Test
    void holdsTheBestTrialAndAFewOfTheNearest() {
        var problem = Problem.hartmann();
        var run = new Run(new RandomSearcher(), problem.space(), 1).sequentially(60, problem::at);
        var region = of(run.request()).region().orElseThrow();

        assertThat(isIn(region, problem.space().encode(run.bestConfiguration())))
                .isTrue();
        assertThat(run.completed.stream()
                        .filter(trial -> isIn(region, problem.space().encode(trial.configuration()))))
                .hasSize(1 + 2 + 6);
    }

    @Test
    void standsForItsNearestTrials() {
        var problem = Problem.hartmann();
        var run = new Run(new RandomSearcher(), problem.space(), 1).sequentially(60, problem::at);
        var near = of(run.request());
        assertThat(near.trials()).hasSize(8 + 3 * 6);
        assertThat(near.trials().get(0).spot().configuration()).isEqualTo(run.bestConfiguration());
    }

    @Test
    void shrinksAsTrialsGather() {
        var problem = Problem.branin();
        assertThat(width(problem, 60)).isLessThan(width(problem, 15) / 4);
    }

    @Test
    void keepsToTheCategoryOfTheBestOnceItIsSmall() {
        var problem = Problem.training();
        var run = new Run(new BayesianSearcher(), problem.space(), 3).sequentially(60, problem::at);
        var domain = Domains.of(problem.space());
        var region = of(run.request()).region().orElseThrow();
        var part = region.part(domain);

        var best = problem.space().encode(run.bestConfiguration());
        assertThat(part.levels(3)).containsExactly(region.inside(best)[3]);
        assertThat(part.levels(2).length).isBetween(2, 15);
        assertThat(part.levels(2)).contains(region.inside(best)[2]);
    }

    @Test
    void hasNoRegionWhereAllTrialsNearTheBestStandAtOnePoint() {
        var problem = Problem.branin();
        var run = new Run(new RandomSearcher(), problem.space(), 1).sequentially(10, problem::at);
        var completed = new ArrayList<>(run.completed);
        for (int copy = 0; copy < 10; copy++) {
            completed.add(new Observation(-copy, run.bestConfiguration(), run.best()));
        }
        assertThat(of(new SearchRequest(problem.space(), Goal.MINIMIZE, completed, List.of(), 1, 11))
                        .region())
                .isEmpty();
    }

    private static double width(Problem problem, int trials) {
        ToDoubleFunction<Configuration> function = problem::at;
        var run = new Run(new BayesianSearcher(), problem.space(), 1).sequentially(trials, function);
        var region = of(run.request()).region().orElseThrow();
        return region.width(0) * region.width(1);
    }

    static Neighbourhood of(SearchRequest request) {
        var domain = Domains.of(request.space());
        return Model.of(Knowledge.of(History.of(request)), domain, new Memory(), Deadline.NEVER)
                .map(model -> new Neighbourhood(model, domain))
                .orElseThrow();
    }

    static boolean isIn(Region region, double[] point) {
        return Arrays.stream(region.inside(point)).allMatch(own -> own >= -1e-9 && own <= 1 + 1e-9);
    }
}
