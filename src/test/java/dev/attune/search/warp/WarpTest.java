package dev.attune.search.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void bothTransformsAreFiniteStandardAndKeepTheOrder(double[] sample) {
        for (var values : List.of(Standardised.of(sample).values(), Tamed.of(sample))) {
            assertThat(Arrays.stream(values)).allMatch(Double::isFinite);
            assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-9));
            for (int i = 1; i < sample.length; i++) {
                assertThat(Double.compare(values[i], values[i - 1]) * Double.compare(sample[i], sample[i - 1]))
                        .isNotNegative();
            }
        }
    }

    @Test
    void aStandardisedValueGoesBack() {
        var standardised = Standardised.of(new double[] {10, 12, 17});
        assertThat(standardised.raw(standardised.values()[2])).isCloseTo(17, within(1e-12));
        assertThat(standardised.rawDifference(1)).isCloseTo(Math.sqrt(26.0 / 3), within(1e-12));
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
