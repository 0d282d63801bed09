package dev.attune.search.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecayTest {
    @Test
    void itIsTheExponential() {
        var random = new SplittableRandom(3);
        var elements = new double[100_000];
        Arrays.setAll(elements, i -> 700 * Math.pow(random.nextDouble(), 4));

        var decays = Decay.of(elements, 0, elements.length);

        for (int i = 0; i < elements.length; i++) {
            double expected = StrictMath.exp(-elements[i]);
            assertThat(decays[i]).isCloseTo(expected, within(6e-16 * expected));
        }
    }

    @Test
    void itBeginsAtOneAndEndsAtZero() {
        assertThat(Decay.of(new double[] {0, 701, Double.POSITIVE_INFINITY}, 0, 3))
                .containsExactly(1, 0, 0);
    }

    @Test
    void anElementHasTheSameBitsWhateverStandsBesideIt() {
        var elements = new SplittableRandom(4).doubles(1000, 0, 750).toArray();
        var all = Decay.of(elements, 0, 1000);
        var some = Decay.of(elements, 503, 900);
        for (int i = 503; i < 900; i++) {
            assertThat(some[i]).isEqualTo(all[i]).isEqualTo(Decay.of(new double[] {elements[i]}, 0, 1)[0]);
        }
    }
}
