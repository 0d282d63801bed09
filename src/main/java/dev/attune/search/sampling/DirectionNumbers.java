package dev.attune.search.sampling;

/**
 * Primitive polynomials and initial direction numbers of the Sobol sequence, from S. Joe and F. Y. Kuo 2008, "Constructing Sobol
 * sequences with better two-dimensional projections", file new-joe-kuo-6.21201 (https://web.maths.unsw.edu.au/~fkuo/sobol/).
 */
final class DirectionNumbers {
    private static final int BITS = 32;

    /**
     * For each dimension from the second: the polynomial's inner coefficients as bits, then the numbers m₁, m₂, …; their count is
     * the degree.
     */
    private static final int[][] TABLE = {
        {0, 1},
        {1, 1, 3},
        {1, 1, 3, 1},
        {2, 1, 1, 1},
        {1, 1, 1, 3, 3},
        {4, 1, 3, 5, 13},
        {2, 1, 1, 5, 5, 17},
        {4, 1, 1, 5, 5, 5},
        {7, 1, 1, 7, 11, 19},
        {11, 1, 1, 5, 1, 1},
        {13, 1, 1, 1, 3, 11},
        {14, 1, 3, 5, 5, 31},
        {1, 1, 3, 3, 9, 7, 49},
        {13, 1, 1, 1, 15, 21, 21},
        {16, 1, 3, 1, 13, 27, 49},
        {19, 1, 1, 1, 15, 7, 5},
        {22, 1, 3, 1, 15, 13, 25},
        {25, 1, 1, 5, 5, 19, 61},
        {1, 1, 3, 7, 11, 23, 15, 103},
        {4, 1, 3, 7, 13, 13, 15, 69},
        {7, 1, 1, 3, 13, 7, 35, 63},
        {8, 1, 3, 5, 9, 1, 25, 53},
        {14, 1, 3, 1, 13, 9, 35, 107},
        {19, 1, 3, 1, 5, 27, 61, 31},
        {21, 1, 1, 5, 11, 19, 41, 61},
        {28, 1, 3, 5, 3, 3, 13, 69},
        {31, 1, 1, 7, 13, 1, 19, 1},
        {32, 1, 3, 7, 5, 13, 19, 59},
        {37, 1, 1, 3, 9, 25, 29, 41},
        {41, 1, 3, 5, 13, 23, 1, 55},
        {42, 1, 3, 7, 3, 13, 59, 17},
        {50, 1, 3, 1, 3, 5, 53, 69},
        {55, 1, 1, 5, 5, 23, 33, 13},
        {56, 1, 1, 7, 7, 1, 61, 123},
        {59, 1, 1, 7, 9, 13, 61, 49},
        {62, 1, 3, 3, 5, 3, 55, 33},
        {14, 1, 3, 1, 15, 31, 13, 49, 245},
        {21, 1, 3, 5, 15, 31, 59, 63, 97},
        {22, 1, 3, 1, 11, 11, 11, 77, 249},
    };

    /** How many dimensions the table serves. */
    static final int DIMENSIONS = TABLE.length + 1;

    private DirectionNumbers() {}

    /** The 32 direction numbers of a dimension, counted from 0, each as a binary fraction of 2³². */
    static int[] of(int dimension) {
        var directions = new int[BITS];
        int degree = dimension == 0 ? BITS : TABLE[dimension - 1].length - 1;
        for (int bit = 0; bit < BITS; bit++) {
            int initial = dimension == 0 || bit >= degree ? 1 : TABLE[dimension - 1][bit + 1];
            directions[bit] = bit < degree
                    ? initial << (BITS - 1 - bit)
                    : recur(directions, bit, degree, TABLE[dimension - 1][0]);
        }
        return directions;
    }

    /** Equation 3 of the paper. */
    private static int recur(int[] directions, int bit, int degree, int polynomial) {
        int direction = directions[bit - degree] ^ (directions[bit - degree] >>> degree);
        for (int k = 1; k < degree; k++) {
            if (((polynomial >>> (degree - 1 - k)) & 1) == 1) {
                direction ^= directions[bit - k];
            }
        }
        return direction;
    }
}
