package dev.attune.search.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SplitMixTest {
    /** The reference numbers for seed 1234567 at https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64. */
    @Test
    void givesThePublishedNumbers() {
        var random = new SplitMix(1234567);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
    }

    @Test
    void drawsAreInsideTheirRanges() {
        var random = new SplitMix(5);
        var counts = new int[7];
        double sum = 0;
        for (int i = 0; i < 7000; i++) {
            counts[random.nextInt(7)]++;
            double draw = random.nextDouble();
            assertThat(draw).isBetween(0.0, Math.nextDown(1.0));
            sum += draw / 7000;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 850 && count < 1150);
        assertThat(sum).isCloseTo(0.5, within(0.02));
    }

    @Test
    void aSeedDependsOnEveryPartAndTheirOrder() {
        assertThat(SplitMix.seed(1, 2)).isNotEqualTo(SplitMix.seed(2, 1)).isNotEqualTo(SplitMix.seed(1, 2, 0));
        assertThat(SplitMix.seed(0, 0)).isNotEqualTo(SplitMix.seed(0));
    }
}
