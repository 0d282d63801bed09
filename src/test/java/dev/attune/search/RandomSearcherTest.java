package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.search.Parameter.Continuous;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomSearcherTest extends SearcherContract {
    @Override
    Searcher searcher() {
        return new RandomSearcher();
    }

    @Test
    void isUniformInTheScaledSpace() {
        var rate = new Continuous("rate", 1e-4, 1, Scaling.AUTO);
        var run = new Run(searcher(), new SearchSpace(List.of(rate)), 1).sequentially(1000, configuration -> 0);
        var positions = run.suggestions.stream()
                .mapToDouble(suggestion ->
                        rate.position(suggestion.configuration().values().get("rate")))
                .toArray();
        assertThat(Arrays.stream(positions).average().orElseThrow()).isCloseTo(0.5, within(0.03));
        assertThat(Arrays.stream(positions).filter(p -> p < 0.1).count()).isBetween(70L, 130L);
    }
}
