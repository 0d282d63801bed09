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

    @Test
    void ofAnArrayItHasTheSameBits() {
        var elements = new SplittableRandom(4).doubles(1000, 0, 750).toArray();
        elements[0] = Double.POSITIVE_INFINITY;

        var all = Decay.of(elements, 0, 1000);
        var some = Decay.of(elements, 500, 900);

        for (int i = 0; i < elements.length; i++) {
            assertThat(all[i]).isEqualTo(Decay.of(elements[i]));
            assertThat(i < 500 || i >= 900 || some[i] == all[i]).isTrue();
        }
    }
}
