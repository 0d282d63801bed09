package dev.attune.search.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WarpTest {
    static List<double[]> samples() {
        var random = new SplittableRandom(2);
        return List.of(
                new double[] {3},
                new double[] {2, 2, 2, 2},
                new double[] {1, 2, 3, 4},
                new double[] {-1.7e308, 0, 1.7e308},
                new double[] {1e300, 1, 2, 3, 4},
                new double[] {-1e300, 1, 2, 3, 4},
                new double[] {4e-320, 0, 1e-320},
                random.doubles(200).map(v -> Math.exp(30 * v)).toArray(),
                random.doubles(200).map(v -> -Math.exp(30 * v)).toArray());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTransformIsFiniteStandardAndKeepsTheOrder(double[] sample) {
        for (var warp : Warp.values()) {
            var values = warp.of(sample).values();
            assertThat(Arrays.stream(values)).allMatch(Double::isFinite);
            assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-9));
            for (int i = 1; i < sample.length; i++) {
                assertThat(Double.compare(values[i], values[i - 1]) * Double.compare(sample[i], sample[i - 1]))
                        .isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTransformedValueGoesBack(double[] sample) {
        double size = Arrays.stream(sample).map(Math::abs).max().orElseThrow();
        for (var warp : Warp.values()) {
            var warped = warp.of(sample);
            for (int i = 0; i < sample.length; i++) {
                assertThat(warped.raw(warped.values()[i]))
                        .isCloseTo(sample[i], within(1e-9 * size + Double.MIN_NORMAL));
            }
            for (double beyond : new double[] {-1e308, -30, 30, 1e308}) {
                assertThat(warped.raw(beyond)).isFinite();
            }
        }
    }

    @Test
    void theSlopeOfATransformIsThatBetweenTheNeighbours() {
        var warped = Warp.STANDARDISED.of(new double[] {4, 1, 2, 9});
        for (int i = 0; i < 4; i++) {
            assertThat(warped.logSlope(i)).isCloseTo(0, within(1e-12));
        }
        var pressed = Warp.RANKED.of(new double[] {1, 2, 3, 4, 5, 1000});
        assertThat(pressed.logSlope(0)).isPositive();
        assertThat(pressed.logSlope(5)).isLessThan(pressed.logSlope(0));
    }

    @Test
    void ofTheWorseHalfOnlyTheOrderCounts() {
        var values = new double[] {1, 2, 3, 4, 5, 6, 7};
        var stretched = new double[] {1, 2, 3, 4, 50, 6000, 7e9};
        var expected = Warp.RANKED.of(values).values();
        var actual = Warp.RANKED.of(stretched).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.9, 1.2815515655446004", "0.975, 1.959963984540054", "0.999, 3.090232306167813"})
    void theNormalQuantilesAreThoseOfTheTables(double probability, double quantile) {
        assertThat(NormalQuantile.of(probability)).isCloseTo(quantile, within(1e-8));
    }

    @Test
    void aStandardisedValueGoesBack() {
        var standardised = Standardised.of(new double[] {10, 12, 17});
        assertThat(standardised.raw(standardised.values()[2])).isCloseTo(17, within(1e-12));
    }

    @Test
    void yeoJohnsonIsTheIdentityAtPowerOneAndALogarithmAtZero() {
        assertThat(Tamed.yeoJohnson(new double[] {-2, 0, 3}, 1))
                .containsExactly(new double[] {-2, 0, 3}, within(1e-15));
        assertThat(Tamed.yeoJohnson(new double[] {3}, 0)[0]).isCloseTo(Math.log(4), within(1e-15));
        assertThat(Tamed.yeoJohnson(new double[] {-3}, 2)[0]).isCloseTo(-Math.log(4), within(1e-15));
    }

    @Test
    void aBadTailNoLongerHidesTheDifferencesAmongGoodValues() {
        var values = new double[] {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1e6};
        assertThat(Standardised.of(values).values()[5] - Standardised.of(values).values()[0])
                .isLessThan(1e-5);
        assertThat(Tamed.of(values)[5] - Tamed.of(values)[0]).isGreaterThan(1);
    }
}
