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
        int stride = Cholesky.stride(size);

        var factor = Cholesky.factor(matrix.clone(), size).orElseThrow();

        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double product = 0;
                for (int k = 0; k <= column; k++) {
                    product += factor.lower(row, k) * factor.lower(column, k);
                }
                assertThat(product).isCloseTo(matrix[row * stride + column], within(1e-12 * size));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 37})
    void theInverseTimesTheMatrixIsTheIdentity(int size) {
        var matrix = positiveDefinite(size);
        int stride = Cholesky.stride(size);

        var inverse = Cholesky.factor(matrix.clone(), size).orElseThrow().inverse();

        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double product = 0;
                for (int k = 0; k < size; k++) {
                    product += matrix[row * stride + k] * inverse[Math.max(k, column) * stride + Math.min(k, column)];
                }
                assertThat(product).isCloseTo(row == column ? 1 : 0, within(1e-10));
            }
        }
    }

    @Test
    void forwardThenBackwardSolvesTheSystem() {
        int size = 23;
        var matrix = positiveDefinite(size);
        int stride = Cholesky.stride(size);
        var factor = Cholesky.factor(matrix.clone(), size).orElseThrow();
        var solution = new SplittableRandom(4).doubles(size).toArray();
        var vector = new double[size];
        for (int row = 0; row < size; row++) {
            vector[row] = Vectors.dot(matrix, row * stride, solution, 0, size);
        }

        factor.forward(vector, size);
        factor.backward(vector, size);

        assertThat(vector).containsExactly(solution, within(1e-11));
    }

    @Test
    void manyRowsAreSolvedAsOneIs() {
        int size = 10;
        var factor = Cholesky.factor(positiveDefinite(size), size).orElseThrow();
        var rows = new double[8 * factor.stride()];
        var random = new SplittableRandom(5);
        for (int row = 0; row < 8; row++) {
            for (int k = 0; k < size; k++) {
                rows[row * factor.stride() + k] = random.nextDouble();
            }
        }
        var last = Arrays.copyOfRange(rows, 7 * factor.stride(), 7 * factor.stride() + size);

        factor.forwardRows(rows, 8);
        factor.forward(last, size);

        for (int k = 0; k < size; k++) {
            assertThat(rows[7 * factor.stride() + k]).isCloseTo(last[k], within(1e-13));
        }
    }

    @Test
    void theLogarithmOfTheDeterminantDoesNotOverflow() {
        int size = 200;
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = 1e200;
        }
        assertThat(Cholesky.factor(matrix, size).orElseThrow().logDeterminant())
                .isCloseTo(200 * 200 * Math.log(10), within(1e-7));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
        assertThat(Cholesky.factor(new double[] {1, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 2))
                .isEmpty();
        var poisoned = positiveDefinite(9);
        poisoned[8 * Cholesky.stride(9) + 3] = Double.NaN;
        assertThat(Cholesky.factor(poisoned, 9)).isEmpty();
    }

    /** G·Gᵀ + I for a random G. */
    private static double[] positiveDefinite(int size) {
        int stride = Cholesky.stride(size);
        var random = new SplittableRandom(size);
        var root = random.doubles((long) size * size, -1, 1).toArray();
        var matrix = new double[stride * stride];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                matrix[row * stride + column] =
                        Vectors.dot(root, row * size, root, column * size, size) + (row == column ? 1 : 0);
            }
        }
        return matrix;
    }
}
