package dev.attune.search.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 37})
    void theFactorTimesItsTransposeIsTheMatrix(int size) {
        var matrix = positiveDefinite(size);

        var factor = Cholesky.factor(copy(matrix)).orElseThrow();

        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double product = 0;
                for (int k = 0; k <= column; k++) {
                    product += factor.lower(row, k) * factor.lower(column, k);
                }
                assertThat(product).isCloseTo(matrix[row][column], within(1e-12 * size));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 37})
    void theInverseTimesTheMatrixIsTheIdentity(int size) {
        var matrix = positiveDefinite(size);

        var inverse = Cholesky.factor(copy(matrix)).orElseThrow().inverse();

        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double product = 0;
                for (int k = 0; k < size; k++) {
                    product += matrix[row][k] * inverse[Math.max(k, column)][Math.min(k, column)];
                }
                assertThat(product).isCloseTo(row == column ? 1 : 0, within(1e-10));
            }
        }
    }

    @Test
    void forwardThenBackwardSolvesTheSystem() {
        int size = 23;
        var matrix = positiveDefinite(size);
        var factor = Cholesky.factor(copy(matrix)).orElseThrow();
        var solution = new SplittableRandom(4).doubles(size).toArray();
        var vector = new double[size];
        for (int row = 0; row < size; row++) {
            vector[row] = Vectors.dot(matrix[row], solution, 0, size);
        }

        factor.forward(vector, size);
        factor.backward(vector, size);

        assertThat(vector).containsExactly(solution, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 10})
    void manyVectorsAreSolvedAsOneIs(int size) {
        var factor = Cholesky.factor(positiveDefinite(size)).orElseThrow();
        var random = new SplittableRandom(5);
        var rows = new double[size][];
        var last = new double[size];
        for (int k = 0; k < size; k++) {
            rows[k] = random.doubles(7).toArray();
            last[k] = rows[k][6];
        }

        factor.forward(rows);
        factor.forward(last, size);

        for (int k = 0; k < size; k++) {
            assertThat(rows[k][6]).isCloseTo(last[k], within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 13, 22, 23})
    void aFactorThatGrewHasTheBitsOfOneComputedAtOnce(int known) {
        int size = 23;
        var matrix = positiveDefinite(size);
        var leading = Arrays.stream(matrix, 0, known)
                .map(row -> Arrays.copyOf(row, known))
                .toArray(double[][]::new);

        var grown = copy(matrix);
        Cholesky.factor(leading).orElseThrow().copyBlock(known, grown);
        var factor = Cholesky.factor(grown, known).orElseThrow();

        var atOnce = Cholesky.factor(copy(matrix)).orElseThrow();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                assertThat(factor.lower(row, column)).isEqualTo(atOnce.lower(row, column));
            }
        }
    }

    @Test
    void theDiagonalOfTheInverseIsThatOfTheLeadingBlock() {
        var matrix = positiveDefinite(11);
        var leading =
                Arrays.stream(matrix, 0, 6).map(row -> Arrays.copyOf(row, 6)).toArray(double[][]::new);
        var inverse = Cholesky.factor(leading).orElseThrow().inverse();

        var diagonal = Cholesky.factor(matrix).orElseThrow().inverseDiagonal(6);

        assertThat(diagonal).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(diagonal[i]).isCloseTo(inverse[i][i], within(1e-13));
        }
    }

    @Test
    void theLogarithmOfTheDeterminantDoesNotOverflow() {
        int size = 200;
        var matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1e200;
        }
        assertThat(Cholesky.factor(matrix).orElseThrow().logDeterminant())
                .isCloseTo(200 * 200 * Math.log(10), within(1e-7));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
        assertThat(Cholesky.factor(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        var poisoned = positiveDefinite(9);
        poisoned[3][8] = Double.NaN;
        assertThat(Cholesky.factor(poisoned)).isEmpty();
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** G·Gᵀ + I for a random G. */
    private static double[][] positiveDefinite(int size) {
        var random = new SplittableRandom(size);
        var root = new double[size][];
        for (int row = 0; row < size; row++) {
            root[row] = random.doubles(size, -1, 1).toArray();
        }
        var matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                matrix[row][column] = Vectors.dot(root[row], root[column], 0, size) + (row == column ? 1 : 0);
            }
        }
        return matrix;
    }
}
