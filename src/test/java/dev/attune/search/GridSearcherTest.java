package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attune.search.Parameter.Categorical;
import dev.attune.search.Parameter.Continuous;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSearcherTest {
    private static final SearchSpace GRID = new SearchSpace(List.of(
            new Categorical("a", List.of("1", "2")),
            new Categorical("only", List.of("one")),
            new Categorical("b", List.of("x", "y", "z"))));

    private static Optional<Suggestion> suggest(SearchSpace space, int trial) {
        return new GridSearcher().suggest(new SearchRequest(space, Goal.MINIMIZE, List.of(), List.of(), 7, trial));
    }

    @Test
    void countsThroughAllCombinations() {
        var seen = IntStream.rangeClosed(1, 6)
                .mapToObj(trial -> suggest(GRID, trial).orElseThrow().configuration())
                .map(configuration -> String.join("", configuration.values().values()))
                .toList();

        assertThat(seen).containsExactly("1onex", "1oney", "1onez", "2onex", "2oney", "2onez");
    }

    @Test
    void hasNothingLeftAfterTheLastCombination() {
        assertThat(suggest(GRID, 7)).isEmpty();
        assertThat(suggest(GRID, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void saysThatItCameFromAGrid() {
        var suggestion = suggest(GRID, 1).orElseThrow();

        assertThat(suggestion.proposal()).isEqualTo(Proposal.without(Phase.GRID, 7));
        assertThat(suggestion.configuration().values()).isEqualTo(Map.of("a", "1", "only", "one", "b", "x"));
    }

    @Test
    void findsEachValueOfALongList() {
        var values = IntStream.range(0, 997).mapToObj(Integer::toString).toList();
        var space = new SearchSpace(List.of(new Categorical("n", values)));

        for (int trial = 1; trial <= 997; trial++) {
            assertThat(suggest(space, trial).orElseThrow().configuration().values())
                    .isEqualTo(Map.of("n", values.get(trial - 1)));
        }
    }

    @Test
    void aContinuumIsNoGrid() {
        var space = new SearchSpace(List.of(new Continuous("x", 0, 1, Scaling.AUTO)));

        assertThatIllegalArgumentException().isThrownBy(() -> suggest(space, 1));
    }
}
