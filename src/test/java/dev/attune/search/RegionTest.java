package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.optim.Domain;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final Region REGION = new Region(new double[] {0.25, 0.5, 0}, new double[] {0.75, 1, 1});

    @Test
    void isACubeOfItsOwn() {
        assertThat(REGION.inside(new double[] {0.25, 1, 0.5})).containsExactly(0, 1, 0.5);
        assertThat(REGION.inside(new double[] {0, 0.5, 1})).containsExactly(-0.5, 0, 1);
        assertThat(REGION.outside(new double[] {0.5, 0.5, 0.5})).containsExactly(0.5, 0.75, 0.5);
    }

    @Test
    void leavesEveryPointWhereItIsAsAWhole() {
        double[] point = {0.1, 0.7, 1.0 / 3};
        var whole = Region.whole(3);
        assertThat(whole.inside(point)).isEqualTo(point);
        assertThat(whole.outside(point)).isEqualTo(point);
    }

    @Test
    void keepsTheLevelsThatLieInIt() {
        var part = REGION.part(new Domain(
                new double[][] {{}, {0.25, 0.5, 0.75, 1}, {0.25, 0.75}}, new boolean[] {false, false, true}));
        assertThat(part.continuum(0)).isTrue();
        assertThat(part.levels(1)).containsExactly(0, 0.5, 1);
        assertThat(part.levels(2)).containsExactly(0.25, 0.75);
        assertThat(part.nominal(2)).isTrue();
    }
}
