package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void metricsAre32BitFloatsWidened() {
        assertThat(Numbers.metric(0.0773)).isEqualTo(0.07729999721050262);
        assertThat(Numbers.metric(-3.5419)).isEqualTo(-3.5418999195098877);
        assertThat(Numbers.metric(1e-300)).isZero();
    }

    @Test
    void metricsBeyond32BitsAreTheLargestNumberThere() {
        assertThat(Numbers.metric(1e300)).isEqualTo(Float.MAX_VALUE);
        assertThat(Numbers.metric(-1e39)).isEqualTo(-Float.MAX_VALUE);
    }
}
