package dev.attune.training.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Published values: Surjanovic and Bingham, Virtual Library of Simulation Experiments, https://www.sfu.ca/~ssurjano/. */
class TestFunctionTest {
    @ParameterizedTest
    @EnumSource
    void hasItsMinimumAtItsMinimiser(TestFunction function) {
        var dimension = function.dimension().orElse(5);

        var value = function.value(function.minimiser(dimension));

        assertThat(value).isCloseTo(function.minimum(dimension), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void isNowhereLessThanItsMinimum(TestFunction function) {
        var dimension = function.dimension().orElse(3);

        IntStream.range(0, 2000).forEach(i -> {
            var x = IntStream.range(0, dimension)
                    .mapToDouble(j -> Draw.of("point", i, j)
                            .between(
                                    function.domain(j).low(), function.domain(j).high()))
                    .toArray();
            assertThat(function.value(x)).isGreaterThanOrEqualTo(function.minimum(dimension) - 1e-6);
        });
    }

    @Test
    void agreesWithPublishedValues() {
        assertThat(TestFunction.BRANIN.value(-StrictMath.PI, 12.275)).isCloseTo(0.397887, within(1e-6));
        assertThat(TestFunction.BRANIN.value(9.42478, 2.475)).isCloseTo(0.397887, within(1e-6));
        assertThat(TestFunction.HARTMANN6.value(0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573))
                .isCloseTo(-3.32237, within(1e-5));
        assertThat(TestFunction.STYBLINSKI_TANG.value(-2.903534, -2.903534)).isCloseTo(-78.33234, within(1e-4));
        assertThat(TestFunction.ACKLEY.value(0, 0)).isCloseTo(0, within(1e-12));
        assertThat(TestFunction.ROSENBROCK.value(1, 1, 1)).isZero();
        assertThat(TestFunction.RASTRIGIN.value(1)).isCloseTo(1, within(1e-9));
        assertThat(TestFunction.LEVY.value(1, 1)).isCloseTo(0, within(1e-12));
    }

    @Test
    void knowsInWhichDimensionsItIsDefined() {
        assertThat(TestFunction.BRANIN.isDefinedIn(3)).isFalse();
        assertThat(TestFunction.HARTMANN6.isDefinedIn(3)).isFalse();
        assertThat(TestFunction.ROSENBROCK.isDefinedIn(1)).isFalse();
        assertThat(TestFunction.ACKLEY.isDefinedIn(1)).isTrue();
        assertThat(TestFunction.LEVY.isDefinedIn(0)).isFalse();
    }
}
