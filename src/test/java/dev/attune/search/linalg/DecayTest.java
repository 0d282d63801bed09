package dev.attune.search.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecayTest {
    @Test
    void itIsTheExponential() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            double x = 700 * Math.pow(random.nextDouble(), 4);
            double expected = StrictMath.exp(-x);
            assertThat(Decay.of(x)).isCloseTo(expected, within(6e-16 * expected));
        }
    }

    @Test
    void itBeginsAtOneAndEndsAtZero() {
        assertThat(Decay.of(0)).isEqualTo(1);
        assertThat(Decay.of(701)).isZero();
        assertThat(Decay.of(Double.POSITIVE_INFINITY)).isZero();
    }
}
