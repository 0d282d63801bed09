package dev.attune.search.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 256, 1024})
    void aPowerOfTwoOfPointsFillsEverySliceOfEveryAxisOnce(int count) {
        var sobol = new Sobol(DirectionNumbers.DIMENSIONS, 42);
        for (int dimension = 0; dimension < DirectionNumbers.DIMENSIONS; dimension++) {
            int axis = dimension;
            assertThat(IntStream.range(0, count).map(i -> (int) (sobol.point(i)[axis] * count)))
                    .as("axis %d", axis)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theFirstTwoAxesFillEveryRectangleOfASixteenth() {
        var sobol = new Sobol(2, 9);
        for (int columns = 1; columns <= 16; columns *= 2) {
            int wide = columns;
            int high = 16 / columns;
            assertThat(IntStream.range(0, 16).mapToObj(sobol::point).mapToInt(point -> {
                        int column = (int) (point[0] * wide);
                        int row = (int) (point[1] * high);
                        return column * high + row;
                    }))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void itIntegratesASmoothFunctionFarBetterThanChance() {
        var sobol = new Sobol(5, 1);
        double sum = 0;
        for (int i = 0; i < 1024; i++) {
            double product = 1;
            for (double coordinate : sobol.point(i)) {
                product *= 1 + (coordinate - 0.5);
            }
            sum += product / 1024;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
    }

    @Test
    void anotherSeedScramblesAnotherWay() {
        assertThat(new Sobol(3, 1).point(5)).isEqualTo(new Sobol(3, 1).point(5));
        assertThat(new Sobol(3, 1).point(5)).isNotEqualTo(new Sobol(3, 2).point(5));
    }

    @Test
    void dimensionsBeyondTheTableAreStillInside() {
        assertThat(Arrays.stream(new Sobol(300, 1).point(77))).allMatch(coordinate -> coordinate > 0 && coordinate < 1);
    }
}
