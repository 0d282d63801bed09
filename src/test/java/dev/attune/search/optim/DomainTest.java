package dev.attune.search.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainTest {
    @Test
    void snapsEachCoordinateToItsNearestLevel() {
        var domain = new Domain(new double[][] {{}, {0.1, 0.2, 0.7}, {0.25, 0.75}}, new boolean[] {false, false, true});
        var point = new double[] {1.2, 0.44, 0.51};
        domain.snap(point);
        assertThat(point).containsExactly(1, 0.2, 0.75);
        assertThat(domain.level(1, 0.46)).isEqualTo(2);
        assertThat(domain.level(1, -3)).isZero();
        assertThat(domain.discrete()).isFalse();
    }
}
