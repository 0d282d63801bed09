package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.attune.search.Parameter.Categorical;
import dev.attune.search.Parameter.Continuous;
import dev.attune.search.Parameter.Whole;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchSpaceTest {
    static List<Parameter> ranges() {
        return List.of(
                new Continuous("c", -5, 10, Scaling.AUTO),
                new Continuous("c", 1e-6, 1, Scaling.AUTO),
                new Continuous("c", 1e-300, 1e300, Scaling.LOGARITHMIC),
                new Continuous("c", -1.7e308, 1.7e308, Scaling.LINEAR),
                new Continuous("c", 0, 0.9999, Scaling.REVERSE_LOGARITHMIC),
                new Continuous("c", 1, Math.nextUp(1.0), Scaling.LOGARITHMIC),
                new Continuous("c", 3, 3, Scaling.LOGARITHMIC),
                new Whole("w", 1, 3, Scaling.AUTO),
                new Whole("w", 1, 1000, Scaling.AUTO),
                new Whole("w", -7, 1_000_000, Scaling.LINEAR),
                new Whole("w", Long.MAX_VALUE - 4, Long.MAX_VALUE, Scaling.LOGARITHMIC),
                new Whole("w", Long.MIN_VALUE, Long.MAX_VALUE, Scaling.AUTO),
                new Whole("w", 0, Long.MAX_VALUE, Scaling.LINEAR),
                new Whole("w", 1, Long.MAX_VALUE, Scaling.AUTO),
                new Whole("w", 7, 7, Scaling.LINEAR),
                new Categorical("k", List.of("adam")),
                new Categorical("k", List.of("adam", "sgd", "adagrad", "1")));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void everyPositionIsAValueOfTheRange(Parameter range) {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 400; i++) {
            double position = i < 5 ? new double[] {0, 1, -1, 2, 0.5}[i] : random.nextDouble();
            var text = range.valueAt(position);
            assertThat(range.position(text)).isBetween(0.0, 1.0);
            assertThat(range.canonical(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aPositionReadBackIsWithinHalfACell(Parameter range) {
        double widestCell = range.choices() == 0 ? 1e-9 : range.choices() > 1000 ? 0.06 : 1;
        var random = new SplittableRandom(8);
        for (int i = 0; i < 200; i++) {
            double position = random.nextDouble();
            var text = range.valueAt(position);
            if (!range.constant() && !range.describe().startsWith("[1.0, 1.0000000000000002]")) {
                assertThat(range.position(text)).isCloseTo(position, within(widestCell / 2));
            }
            if (range.choices() > 0 && range.choices() <= 1000) {
                assertThat(range.valueAt(range.position(text))).isEqualTo(text);
            }
        }
    }

    @Test
    void theEndsOfAContinuumAreExact() {
        var rate = new Continuous("rate", 1e-5, 0.3, Scaling.LOGARITHMIC);
        assertThat(rate.valueAt(0)).isEqualTo("1e-05");
        assertThat(rate.valueAt(1)).isEqualTo("0.3");
        var momentum = new Continuous("momentum", 0.1, 0.9999, Scaling.REVERSE_LOGARITHMIC);
        assertThat(momentum.valueAt(0)).isEqualTo("0.1");
        assertThat(momentum.valueAt(1)).isEqualTo("0.9999");
    }

    @Test
    void scalesMeanWhatTheirNamesSay() {
        assertThat(new Continuous("a", 1e-4, 1, Scaling.AUTO).position("0.01")).isCloseTo(0.5, within(1e-12));
        assertThat(new Continuous("a", 0.01, 1, Scaling.AUTO).position("0.1")).isCloseTo(0.09 / 0.99, within(1e-12));
        assertThat(new Continuous("a", 0, 0.99, Scaling.REVERSE_LOGARITHMIC).position("0.9"))
                .isCloseTo(0.5, within(1e-12));
        assertThat(new Whole("w", 1, 4, Scaling.AUTO).position("2")).isEqualTo(0.375);
        assertThat(new Categorical("k", List.of("a", "b")).position("b")).isEqualTo(0.75);
    }

    @Test
    void describesRangesInOneStableLine() {
        assertThat(new Continuous("a", 0.001, 0.1, Scaling.LOGARITHMIC).describe())
                .isEqualTo("[0.001, 0.1] log");
        assertThat(new Continuous("a", 1e-5, 1, Scaling.AUTO).describe()).isEqualTo("[1e-05, 1.0] log");
        assertThat(new Continuous("a", 0, 0.9, Scaling.REVERSE_LOGARITHMIC).describe())
                .isEqualTo("[0.0, 0.9] reverse log");
        assertThat(new Whole("w", 1, 10, Scaling.AUTO).describe()).isEqualTo("[1, 10] linear");
        assertThat(new Categorical("k", List.of("a", "b")).describe()).isEqualTo("{a, b}");
    }

    @Test
    void readsForeignTextLeniently() {
        var space = new SearchSpace(
                List.of(new Continuous("rate", 1e-5, 1, Scaling.AUTO), new Whole("depth", 1, 20, Scaling.AUTO)));
        var foreign = new Configuration(Map.of("rate", " 1E-1", "depth", "2.0e1", "other", "x"));
        assertThat(space.canonical(foreign).values())
                .containsExactly(Map.entry("rate", "0.1"), Map.entry("depth", "20"));
        assertThat(space.encode(foreign)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void refusesTextOutsideTheSpace(Configuration configuration) {
        var space = new SearchSpace(List.of(
                new Continuous("rate", 0, 1, Scaling.AUTO),
                new Whole("depth", 1, 20, Scaling.AUTO),
                new Categorical("kind", List.of("a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> space.encode(configuration));
    }

    static List<Configuration> foreign() {
        return List.of(
                new Configuration(Map.of()),
                new Configuration(Map.of("rate", "0.5", "depth", "3")),
                new Configuration(Map.of("rate", "NaN", "depth", "3", "kind", "a")),
                new Configuration(Map.of("rate", "1.5", "depth", "3", "kind", "a")),
                new Configuration(Map.of("rate", "x", "depth", "3", "kind", "a")),
                new Configuration(Map.of("rate", "0.5", "depth", "3.5", "kind", "a")),
                new Configuration(Map.of("rate", "0.5", "depth", "1e999999999", "kind", "a")),
                new Configuration(Map.of("rate", "0.5", "depth", "21", "kind", "a")),
                new Configuration(Map.of("rate", "0.5", "depth", "3", "kind", "b")));
    }

    @Test
    void constantsAreNoDimensions() {
        var space = new SearchSpace(List.of(
                new Continuous("fixed", 3, 3, Scaling.AUTO),
                new Whole("depth", 1, 2, Scaling.AUTO),
                new Categorical("kind", List.of("only"))));
        assertThat(space.dimensions()).isEqualTo(1);
        assertThat(space.combinations()).isEqualTo(2);
        assertThat(space.decode(new double[] {0.9}).values())
                .containsExactly(Map.entry("fixed", "3.0"), Map.entry("depth", "2"), Map.entry("kind", "only"));
    }

    @Test
    void countsConfigurationsWithoutOverflow() {
        var wide = new Whole("a", Long.MIN_VALUE, Long.MAX_VALUE, Scaling.AUTO);
        var wider = new Whole("b", Long.MIN_VALUE, Long.MAX_VALUE, Scaling.AUTO);
        assertThat(new SearchSpace(List.of(wide, wider)).combinations()).isBetween(8e37, 9e37);
        assertThat(new SearchSpace(List.of(wide, new Continuous("c", 0, 1, Scaling.AUTO))).combinations())
                .isInfinite();
        assertThat(new SearchSpace(List.of()).combinations()).isEqualTo(1);
    }

    @Test
    void refusesRangesThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Continuous("a", 2, 1, Scaling.AUTO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Continuous("a", Double.NaN, 1, Scaling.AUTO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Continuous("a", 0, Double.POSITIVE_INFINITY, Scaling.AUTO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Continuous("a", 0, 1, Scaling.LOGARITHMIC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Continuous("a", 0, 1, Scaling.REVERSE_LOGARITHMIC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Whole("a", 2, 1, Scaling.AUTO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Whole("a", 0, 1, Scaling.LOGARITHMIC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Whole("a", 0, 1, Scaling.REVERSE_LOGARITHMIC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Categorical("a", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Categorical("a", List.of("x", "x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchSpace(
                        List.of(new Whole("a", 0, 1, Scaling.AUTO), new Categorical("a", List.of("x")))));
    }

    @Test
    void theNarrowestRangeHasItsTwoEnds() {
        var range = new Continuous("c", 0, Double.MIN_VALUE, Scaling.LINEAR);

        assertThat(range.position("0")).isEqualTo(0);
        assertThat(range.position("4.9e-324")).isEqualTo(1);
    }
}
