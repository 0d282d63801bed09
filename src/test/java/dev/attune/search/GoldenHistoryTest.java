package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Parameter.Categorical;
import dev.attune.search.Parameter.Continuous;
import dev.attune.search.Parameter.Whole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Histories to the last digit, the same with every Java and on every processor. Whoever changes the search on purpose changes the
 * digests too, and the README's results; a digest that changes by itself means that users can no longer repeat their runs.
 */
class GoldenHistoryTest {
    private static final SearchSpace NUMBERS = new SearchSpace(List.of(
            new Continuous("x", -5, 10, Scaling.LINEAR),
            new Continuous("rate", 1e-6, 1, Scaling.LOGARITHMIC),
            new Continuous("momentum", 0, 0.999, Scaling.REVERSE_LOGARITHMIC)));
    private static final SearchSpace MIXED = new SearchSpace(List.of(
            new Continuous("x", -5, 10, Scaling.LINEAR),
            new Whole("depth", 1, 12, Scaling.LINEAR),
            new Whole("width", 1, 100_000, Scaling.LOGARITHMIC),
            new Categorical("kind", List.of("a", "b", "c")),
            new Categorical("on", List.of("true", "false"))));
    private static final SearchSpace TABLE = new SearchSpace(List.of(
            new Whole("depth", 1, 9, Scaling.LINEAR),
            new Categorical("kind", List.of("a", "b", "c", "d")),
            new Categorical("on", List.of("true", "false"))));

    @Test
    void numbersOneAfterTheOther() {
        var run = new Run(new BayesianSearcher(), NUMBERS, 1).sequentially(60, GoldenHistoryTest::bowl);
        assertThat(digest(run)).isEqualTo("61a74f7f5b780b3c");
    }

    @Test
    void numbersAndCategoriesFourAtATimeWithFailures() {
        var run = new Run(new BayesianSearcher(), MIXED, 2).inParallel(60, 4, GoldenHistoryTest::failing);
        assertThat(digest(run)).isEqualTo("a25e4dfac6ab7a0c");
    }

    @Test
    void aTableToItsEnd() {
        var run = new Run(new BayesianSearcher(), TABLE, 3).sequentially(72, GoldenHistoryTest::bowl);
        assertThat(digest(run)).isEqualTo("e1b13653484345e9");
    }

    @Test
    void ofALongHistory() {
        var known = new Run(new RandomSearcher(), NUMBERS, 5).sequentially(440, GoldenHistoryTest::bowl);
        var run = new Run(new BayesianSearcher(), NUMBERS, 5);
        run.completed.addAll(known.completed);
        run.suggestions.addAll(known.suggestions);
        assertThat(digest(run.sequentially(20, GoldenHistoryTest::bowl))).isEqualTo("5f1e1b99360fef91");
    }

    @Test
    void atRandom() {
        var run = new Run(new RandomSearcher(), MIXED, 4).sequentially(60, GoldenHistoryTest::bowl);
        assertThat(digest(run)).isEqualTo("9229b618c22344cd");
    }

    private static String digest(Run run) {
        var history = run.suggestions.stream().map(GoldenHistoryTest::text).collect(Collectors.joining("\n"));
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(history.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In bits: how a double is printed differs between versions of Java. */
    private static String text(Suggestion suggestion) {
        var proposal = suggestion.proposal();
        var numbers = Stream.of(proposal.mean(), proposal.deviation(), proposal.acquisition())
                .map(number -> number == null ? "-" : Long.toHexString(Double.doubleToRawLongBits(number)))
                .toList();
        return suggestion.configuration().values() + " " + proposal.phase() + " " + numbers;
    }

    private static double failing(Configuration configuration) {
        return position(configuration, 0) > 0.7 ? Double.NaN : bowl(configuration);
    }

    /** Plain arithmetic: the functions of {@link Math} may differ in their last digit. */
    private static double bowl(Configuration configuration) {
        double sum = 0;
        int size = configuration.values().size();
        for (int i = 0; i < size; i++) {
            double distance = position(configuration, i) - 0.3 - 0.05 * i;
            double next = position(configuration, (i + 1) % size);
            sum += distance * distance * (1 + i + next);
        }
        return sum;
    }

    private static double position(Configuration configuration, int i) {
        var space = configuration.values().containsKey("rate")
                ? NUMBERS
                : configuration.values().containsKey("x") ? MIXED : TABLE;
        var name = space.parameters().get(i).name();
        return space.position(name, configuration.values().get(name));
    }
}
